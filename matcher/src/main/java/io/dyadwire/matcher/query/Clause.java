package io.dyadwire.matcher.query;

import java.util.List;

/** A query made ready to be asked of {@link Hits}: its words and phrases are leaf numbers. */
sealed interface Clause permits Placed, Near, Clause.Any, Clause.All, Clause.None {
    boolean holds(Hits hits);

    /** Adds the places of the words that make this hold; called only when it does. */
    void evidence(Hits hits, Places places);

    record Any(List<Clause> parts) implements Clause {
        @Override
        public boolean holds(Hits hits) {
            for (int i = 0; i < parts.size(); i++) { // no iterator: this runs for every query that might match
                if (parts.get(i).holds(hits)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void evidence(Hits hits, Places places) {
            parts.stream().filter(part -> part.holds(hits)).forEach(part -> part.evidence(hits, places));
        }
    }

    record All(List<Clause> parts) implements Clause {
        @Override
        public boolean holds(Hits hits) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).holds(hits)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void evidence(Hits hits, Places places) {
            parts.forEach(part -> part.evidence(hits, places));
        }
    }

    record None(Clause part) implements Clause {
        @Override
        public boolean holds(Hits hits) {
            return !part.holds(hits);
        }

        @Override
        public void evidence(Hits hits, Places places) {
            // what is not there stands nowhere
        }
    }
}

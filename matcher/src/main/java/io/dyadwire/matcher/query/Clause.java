package io.dyadwire.matcher.query;

import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query made ready to be asked of {@link Occurrences}: its words are terms. */
sealed interface Clause
        permits Placed,
                Near,
                Clause.Any,
                Clause.All,
                Clause.None,
                Clause.Fact,
                Clause.Due,
                Clause.Matches,
                Clause.Salience {
    boolean holds(Occurrences there);

    /** Adds the places of the words that make this hold; called only when it does. */
    default void evidence(Occurrences there, Places places) {
        // what is known of an article beside its words stands nowhere
    }

    /** Adds terms that are there whenever this holds. */
    default void addTo(Terms needed) {
        // no single term is needed where any of several will do
    }

    /** Whether nothing is asked for but that the terms are there that {@link #addTo} adds. */
    default boolean isOnlyTerms() {
        return false;
    }

    record Any(List<Clause> parts) implements Clause {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Occurrences there) {
            for (int i = 0; i < parts.size(); i++) { // no iterator: this runs for every query that might match
                if (parts.get(i).holds(there)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void evidence(Occurrences there, Places places) {
            parts.stream().filter(part -> part.holds(there)).forEach(part -> part.evidence(there, places));
        }
    }

    record All(List<Clause> parts) implements Clause {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Occurrences there) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).holds(there)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void evidence(Occurrences there, Places places) {
            parts.forEach(part -> part.evidence(there, places));
        }

        @Override
        public void addTo(Terms needed) {
            parts.forEach(part -> part.addTo(needed));
        }

        @Override
        public boolean isOnlyTerms() {
            for (Clause part : parts) {
                if (!part.isOnlyTerms()) {
                    return false;
                }
            }
            return true;
        }
    }

    record None(Clause part) implements Clause {
        @Override
        public boolean holds(Occurrences there) {
            return !part.holds(there);
        }
    }

    /** A field has a value. */
    record Fact(int term) implements Clause {
        @Override
        public boolean holds(Occurrences there) {
            return there.has(term);
        }

        @Override
        public void addTo(Terms needed) {
            needed.add(term);
        }

        @Override
        public boolean isOnlyTerms() {
            return true;
        }
    }

    /** Something is due from the one day to the other. {@code anything}: the term of every document that has a deadline. */
    record Due(
            int anything,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements Clause {
        @Override
        public boolean holds(Occurrences there) {
            return there.has(anything)
                    && there.document().due().stream()
                            .anyMatch(stretch -> (to == null || !stretch.first().isAfter(to))
                                    && (from == null || !stretch.last().isBefore(from)));
        }

        @Override
        public void addTo(Terms needed) {
            needed.add(anything);
        }
    }

    record Matches(boolean url, Pattern pattern) implements Clause {
        /** The rest of a longer title is not looked at. UTF-16 units. */
        private static final int LONGEST_TITLE = 1_000;

        @Override
        public boolean holds(Occurrences there) {
            if (url) {
                return pattern.matcher(there.document().url()).find();
            }
            String title = there.document().title().source();
            return pattern.matcher(title.substring(0, Math.min(title.length(), LONGEST_TITLE)))
                    .find();
        }
    }

    /** One of these is there with such a weight. */
    record Salience(List<Fact> facts, boolean above, boolean equal, double limit) implements Clause {
        @Override
        public boolean holds(Occurrences there) {
            return facts.stream().anyMatch(fact -> fact.holds(there) && fits(there.weight(fact.term())));
        }

        private boolean fits(float weight) {
            float bound = (float) limit;
            return (equal && weight == bound) || (above ? weight > bound : weight < bound);
        }
    }
}

package io.dyadwire.matcher.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clause that stands at places of its own, so that NEAR can ask where. */
sealed interface Placed extends Clause {
    /** Adds every place, in any order. */
    void places(Occurrences there, Places places);

    @Override
    default void evidence(Occurrences there, Places places) {
        places(there, places);
    }

    /** A word, or all words that fit one with {@code *} or {@code ~}. */
    record Word(int term) implements Placed {
        @Override
        public boolean holds(Occurrences there) {
            return there.has(term);
        }

        @Override
        public void places(Occurrences there, Places places) {
            for (int at = there.head(term); at >= 0; at = there.next(at)) {
                places.add(there.position(at), there.position(at));
            }
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

    /** Words that follow each other within a sentence. {@code anchor}: the word from whose places all are tried. */
    final class Phrase implements Placed {
        private final int[] words;
        private final boolean exact;
        private final int anchor;

        /** {@code words}: their ids. {@code exact}: as written, else their base forms. */
        Phrase(int[] words, boolean exact, int anchor) {
            this.words = words;
            this.exact = exact;
            this.anchor = anchor;
        }

        int[] terms() {
            return Arrays.stream(words).map(id -> Occurrences.term(id, exact)).toArray();
        }

        @Override
        public void addTo(Terms needed) {
            for (int word : words) {
                needed.add(Occurrences.term(word, exact));
            }
        }

        @Override
        public boolean holds(Occurrences there) {
            for (int at = there.head(Occurrences.term(words[anchor], exact)); at >= 0; at = there.next(at)) {
                if (stands(there, there.position(at) - anchor)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void places(Occurrences there, Places places) {
            for (int at = there.head(Occurrences.term(words[anchor], exact)); at >= 0; at = there.next(at)) {
                int first = there.position(at) - anchor;
                if (stands(there, first)) {
                    places.add(first, first + words.length - 1);
                }
            }
        }

        private boolean stands(Occurrences there, int first) {
            for (int i = 0; i < words.length; i++) {
                if (!there.is(first + i, words[i], exact)) {
                    return false;
                }
            }
            return there.sameSentence(first, first + words.length - 1);
        }
    }

    /** Any of several. */
    record Either(List<Placed> parts) implements Placed {
        @Override
        public boolean holds(Occurrences there) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).holds(there)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void places(Occurrences there, Places places) {
            parts.forEach(part -> part.places(there, places));
        }
    }

    /** The places in the title only, or in the text only. */
    record Inside(Placed part, boolean title) implements Placed {
        @Override
        public boolean holds(Occurrences there) {
            if (!part.holds(there)) {
                return false;
            }
            Places found = new Places();
            places(there, found);
            return found.count() > 0;
        }

        @Override
        public void places(Occurrences there, Places places) {
            Places all = new Places();
            part.places(there, all);
            for (int i = 0; i < all.count(); i++) {
                if (there.inTitle(all.first(i)) == title) {
                    places.add(all.first(i), all.last(i));
                }
            }
        }

        @Override
        public void addTo(Terms needed) {
            part.addTo(needed);
        }
    }

    /** Words in this order with at most {@code slop} others between them in all; a place is the whole stretch. */
    final class Ordered implements Placed {
        private final int[] terms;
        private final int slop;

        Ordered(int[] terms, int slop) {
            this.terms = terms;
            this.slop = slop;
        }

        @Override
        public void addTo(Terms needed) {
            for (int term : terms) {
                needed.add(term);
            }
        }

        @Override
        public boolean holds(Occurrences there) {
            for (int term : terms) {
                if (!there.has(term)) {
                    return false;
                }
            }
            return stretches(there, null);
        }

        @Override
        public void places(Occurrences there, Places places) {
            stretches(there, places);
        }

        /**
         * From each place of the first word on, the nearest next word each time: the shortest stretch from there. No
         * cursor goes back, so this takes one step a place. Without {@code places} the first is enough.
         */
        private boolean stretches(Occurrences there, @Nullable Places places) {
            int[] cursor = new int[terms.length];
            for (int i = 0; i < terms.length; i++) {
                cursor[i] = there.head(terms[i]);
            }
            boolean found = false;
            while (cursor[0] >= 0 && !(found && places == null)) {
                int end = there.position(cursor[0]);
                for (int i = 1; i < cursor.length; i++) {
                    cursor[i] = firstAfter(end, cursor[i], there);
                    if (cursor[i] < 0) {
                        return found;
                    }
                    end = there.position(cursor[i]);
                }
                int start = there.position(cursor[0]);
                if (end - start + 1 <= terms.length + slop) {
                    found = true;
                    if (places != null) {
                        places.add(start, end);
                    }
                }
                cursor[0] = there.next(cursor[0]);
            }
            return found;
        }

        private static int firstAfter(int position, int cursor, Occurrences there) {
            int at = cursor;
            while (at >= 0 && there.position(at) <= position) {
                at = there.next(at);
            }
            return at;
        }
    }
}

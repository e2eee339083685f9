package io.dyadwire.matcher.query;

import java.util.List;

/** A clause that stands at places of its own, so that NEAR can ask where. */
sealed interface Placed extends Clause {
    /** Adds every place, in any order. */
    void places(Hits hits, Places places);

    @Override
    default void evidence(Hits hits, Places places) {
        places(hits, places);
    }

    /** A word, or a phrase without slop. */
    record Leaf(int leaf) implements Placed {
        @Override
        public boolean holds(Hits hits) {
            return hits.has(leaf);
        }

        @Override
        public void places(Hits hits, Places places) {
            for (int hit = hits.head(leaf); hit >= 0; hit = hits.next(hit)) {
                places.add(hits.first(hit), hits.last(hit));
            }
        }
    }

    /** Any of several. */
    record Either(List<Placed> parts) implements Placed {
        @Override
        public boolean holds(Hits hits) {
            for (Placed part : parts) {
                if (part.holds(hits)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void places(Hits hits, Places places) {
            parts.forEach(part -> part.places(hits, places));
        }
    }

    /** Words in this order with at most {@code slop} others between them in all; a place is the whole stretch. */
    record Ordered(List<Leaf> words, int slop) implements Placed {
        @Override
        public boolean holds(Hits hits) {
            for (Leaf word : words) {
                if (!word.holds(hits)) {
                    return false;
                }
            }
            Places found = new Places();
            places(hits, found);
            return found.count() > 0;
        }

        /**
         * From each place of the first word on, the nearest next word each time: the shortest stretch from there. No
         * cursor goes back, so this takes one step a hit.
         */
        @Override
        public void places(Hits hits, Places places) {
            int[] cursor =
                    words.stream().mapToInt(word -> hits.head(word.leaf())).toArray();
            while (cursor[0] >= 0) {
                int end = hits.last(cursor[0]);
                for (int i = 1; i < cursor.length; i++) {
                    cursor[i] = firstAfter(end, cursor[i], hits);
                    if (cursor[i] < 0) {
                        return;
                    }
                    end = hits.last(cursor[i]);
                }
                int start = hits.first(cursor[0]);
                if (end - start + 1 <= words.size() + slop) {
                    places.add(start, end);
                }
                cursor[0] = hits.next(cursor[0]);
            }
        }

        private static int firstAfter(int position, int cursor, Hits hits) {
            int hit = cursor;
            while (hit >= 0 && hits.first(hit) <= position) {
                hit = hits.next(hit);
            }
            return hit;
        }
    }
}

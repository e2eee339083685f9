package io.dyadwire.bench.match;

import java.util.Locale;

/** What kind of queries, how many, and how many of them an article matches on average. */
enum Workload {
    /** Names that no article holds, phrases, words that must all be there: as desks write them. */
    SELECTIVE(45),
    /** The same of commoner words. */
    DENSE(200),
    /** Each with something that must not be there. */
    NOT(45),
    /** Twenty spellings each, of which one at least is met somewhere. */
    OR20(45),
    /** AND, OR and NOT in one another. */
    NESTED(45),
    /** Beginnings of words, half of them beside another word. */
    PREFIX(45);

    private final int hits;

    Workload(int hits) {
        this.hits = hits;
    }

    /** By how much to divide the number of queries: Lucene keeps each part of an OR as a query of its own. */
    int fewer() {
        return this == OR20 ? 5 : 1;
    }

    int hits() {
        return hits;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}

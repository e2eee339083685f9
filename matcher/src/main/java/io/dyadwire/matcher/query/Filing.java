package io.dyadwire.matcher.query;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Under which terms a query is filed: a set of which every matching document holds one. Of the parts of an AND one is
 * enough, and the one that the fewest documents hold is taken: then a document meets few queries in vain.
 *
 * <p>With each goes what else must be there if the query is to hold in this way: two more terms, and, when they are words of
 * one phrase, how far from the first they stand. Most queries that a document meets are done with by these, unopened; of
 * many there is no more to ask ({@link #COMPLETE}).
 *
 * <table>
 * <caption>Ways</caption>
 * <tr><td>{@code pact}</td><td>pact: complete</td></tr>
 * <tr><td>{@code "export control"}</td><td>export with control one word on: complete</td></tr>
 * <tr><td>{@code seoul (pact OR treaty) NOT china}</td><td>pact with seoul; treaty with seoul</td></tr>
 * </table>
 */
final class Filing {
    /** The term that is in every document. */
    static final int ALWAYS = 0;

    /** When the terms are there, as far apart as is said, the query holds. */
    static final int COMPLETE = 1;

    /** The query is filed under other terms too. */
    static final int ONE_OF_SEVERAL = 2;

    /** A byte each of how many words after the first the others stand; 0 when it does not matter. */
    private static final int FIRST_STEP = 8;

    private static final int SECOND_STEP = 16;

    private static final int WAY = 4;

    /** Of each way: the term, two more that must be there, and what the constants above say. */
    private final int[] ways;

    /** How often a document is likely to hold one of them. */
    private final long cost;

    private Filing(int[] ways, long cost) {
        this.ways = ways;
        this.cost = cost;
    }

    int count() {
        return ways.length / WAY;
    }

    int term(int way) {
        return ways[way * WAY];
    }

    int also(int way) {
        return ways[way * WAY + 1];
    }

    int alsoToo(int way) {
        return ways[way * WAY + 2];
    }

    /** For {@link #firstStep} and the others. */
    int check(int way) {
        return ways[way * WAY + 3] | (count() > 1 ? ONE_OF_SEVERAL : 0);
    }

    static int firstStep(int check) {
        return (byte) (check >> FIRST_STEP);
    }

    static int secondStep(int check) {
        return (byte) (check >> SECOND_STEP);
    }

    /** Whether {@link #firstStep} and {@link #secondStep} say something. */
    static boolean hasSteps(int check) {
        return check >> FIRST_STEP != 0;
    }

    boolean sameWays(Filing other) {
        return Arrays.equals(ways, other.ways);
    }

    /** {@code frequency}: how often a term has been seen. Null for a clause that holds in a document without any term. */
    static @Nullable Filing of(Clause clause, IntToLongFunction frequency) {
        return switch (clause) {
            case Placed.Word word -> one(word.term(), COMPLETE, frequency);
            case Clause.Fact fact -> one(fact.term(), COMPLETE, frequency);
            case Clause.Due due -> one(due.anything(), 0, frequency);
            case Placed.Phrase phrase -> phrase(phrase.terms(), frequency);
            case Placed.Ordered ordered -> {
                Terms terms = new Terms();
                ordered.addTo(terms);
                int rarest = terms.rarest(frequency);
                yield one(terms.get(rarest), 0, frequency).with(terms, false, frequency);
            }
            case Placed.Inside inside -> incomplete(of(inside.part(), frequency));
            case Placed.Either either -> union(either.parts(), frequency);
            case Near near -> incomplete(all(List.of(near.left(), near.right()), frequency));
            case Clause.Any any -> union(any.parts(), frequency);
            case Clause.All all -> all(all.parts(), frequency);
            case Clause.None none -> null;
            case Clause.Matches matches -> null;
            case Clause.Salience salience -> null;
        };
    }

    private static Filing one(int term, int check, IntToLongFunction frequency) {
        return new Filing(new int[] {term, ALWAYS, ALWAYS, check}, frequency.applyAsLong(term));
    }

    private static @Nullable Filing incomplete(@Nullable Filing filing) {
        if (filing != null) {
            for (int i = 3; i < filing.ways.length; i += WAY) {
                filing.ways[i] &= ~COMPLETE;
            }
        }
        return filing;
    }

    /** Under its rarest word, with the two next rarest. */
    private static Filing phrase(int[] words, IntToLongFunction frequency) {
        int first = rarest(words, -1, -1, frequency);
        int second = rarest(words, first, -1, frequency);
        int third = rarest(words, first, second, frequency);
        int check = words.length <= 3 ? COMPLETE : 0;
        check |= second < 0 ? 0 : (second - first & 0xFF) << FIRST_STEP;
        check |= third < 0 ? 0 : (third - first & 0xFF) << SECOND_STEP;
        int[] way = {words[first], second < 0 ? ALWAYS : words[second], third < 0 ? ALWAYS : words[third], check};
        return new Filing(way, frequency.applyAsLong(words[first]));
    }

    private static int rarest(int[] words, int butNot, int norThis, IntToLongFunction frequency) {
        int rarest = -1;
        long least = 0;
        for (int i = 0; i < words.length; i++) {
            long often = i == butNot || i == norThis ? -1 : frequency.applyAsLong(words[i]);
            if (often >= 0 && (rarest < 0 || often < least)) {
                rarest = i;
                least = often;
            }
        }
        return rarest;
    }

    private static @Nullable Filing all(List<? extends Clause> parts, IntToLongFunction frequency) {
        Filing cheapest = null;
        int under = -1;
        for (int i = 0; i < parts.size(); i++) {
            Filing filing = of(parts.get(i), frequency);
            if (filing != null && (cheapest == null || filing.cost < cheapest.cost)) {
                cheapest = filing;
                under = i;
            }
        }
        if (cheapest == null) {
            return null;
        }
        Terms others = new Terms();
        boolean onlyTerms = true;
        for (int i = 0; i < parts.size(); i++) {
            if (i != under) {
                parts.get(i).addTo(others);
                onlyTerms &= parts.get(i).isOnlyTerms();
            }
        }
        return cheapest.with(others, onlyTerms, frequency);
    }

    /**
     * The same ways, each with the rarest of these terms as far as there is place for them.
     *
     * @param nothingElse whether these terms are all that is asked for beside
     */
    private Filing with(Terms others, boolean nothingElse, IntToLongFunction frequency) {
        for (int way = 0; way < ways.length; way += WAY) {
            Terms left = others.without(ways[way], ways[way + 1], ways[way + 2]);
            for (int at = way + 1; at <= way + 2 && left.count() > 0; at++) {
                if (ways[at] == ALWAYS) {
                    ways[at] = left.take(left.rarest(frequency));
                }
            }
            if (!nothingElse || left.count() > 0) {
                ways[way + 3] &= ~COMPLETE;
            }
        }
        return this;
    }

    private static @Nullable Filing union(List<? extends Clause> parts, IntToLongFunction frequency) {
        int[] ways = new int[parts.size() * WAY];
        int length = 0;
        long cost = 0;
        for (Clause part : parts) {
            Filing filing = of(part, frequency);
            if (filing == null) {
                return null;
            }
            if (length + filing.ways.length > ways.length) {
                ways = Arrays.copyOf(ways, ways.length * 2 + filing.ways.length);
            }
            System.arraycopy(filing.ways, 0, ways, length, filing.ways.length);
            length += filing.ways.length;
            cost += filing.cost;
        }
        return new Filing(Arrays.copyOf(ways, length), cost);
    }
}

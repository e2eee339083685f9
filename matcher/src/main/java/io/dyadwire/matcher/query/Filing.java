package io.dyadwire.matcher.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Under which terms a query is filed: a set of which every matching document holds one. Of the parts of an AND one is
 * enough, and the one that the fewest documents hold is taken: then a document meets few queries in vain.
 */
final class Filing {
    private final int[] terms;

    /** How often a document is likely to hold one of them. */
    private final long cost;

    private Filing(int[] terms, long cost) {
        this.terms = terms;
        this.cost = cost;
    }

    int[] terms() {
        return terms;
    }

    boolean sameTerms(Filing other) {
        return Arrays.equals(terms, other.terms);
    }

    /** {@code frequency}: how often a term has been seen. Null for a clause that holds in a document without any term. */
    static @Nullable Filing of(Clause clause, IntToLongFunction frequency) {
        return switch (clause) {
            case Placed.Word word -> one(word.term(), frequency);
            case Clause.Fact fact -> one(fact.term(), frequency);
            case Clause.Due due -> one(due.anything(), frequency);
            case Placed.Phrase phrase -> rarest(phrase.terms(), frequency);
            case Placed.Ordered ordered -> rarest(ordered.terms(), frequency);
            case Placed.Inside inside -> of(inside.part(), frequency);
            case Placed.Either either -> union(either.parts(), frequency);
            case Near near -> cheapest(List.of(near.left(), near.right()), frequency);
            case Clause.Any any -> union(any.parts(), frequency);
            case Clause.All all -> cheapest(all.parts(), frequency);
            case Clause.None none -> null;
            case Clause.Matches matches -> null;
            case Clause.Salience salience -> null;
        };
    }

    private static Filing one(int term, IntToLongFunction frequency) {
        return new Filing(new int[] {term}, frequency.applyAsLong(term));
    }

    private static Filing rarest(IntStream terms, IntToLongFunction frequency) {
        return terms.mapToObj(term -> one(term, frequency))
                .min(Comparator.comparingLong(filing -> filing.cost))
                .orElseThrow();
    }

    private static @Nullable Filing cheapest(List<? extends Clause> parts, IntToLongFunction frequency) {
        Filing cheapest = null;
        for (Clause part : parts) {
            Filing filing = of(part, frequency);
            if (filing != null && (cheapest == null || filing.cost < cheapest.cost)) {
                cheapest = filing;
            }
        }
        return cheapest;
    }

    private static @Nullable Filing union(List<? extends Clause> parts, IntToLongFunction frequency) {
        IntStream terms = IntStream.empty();
        long cost = 0;
        for (Clause part : parts) {
            Filing filing = of(part, frequency);
            if (filing == null) {
                return null;
            }
            terms = IntStream.concat(terms, Arrays.stream(filing.terms));
            cost += filing.cost;
        }
        return new Filing(terms.distinct().toArray(), cost);
    }
}

package io.dyadwire.matcher.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Under which leaves each query is filed: a set of which every matching text holds one. Of the parts of an AND one is
 * enough, and the one whose leaves the fewest queries ask for is taken: then a text meets few queries in vain.
 */
final class Triggers {
    private final int[][] queriesOfLeaf;

    private Triggers(int[][] queriesOfLeaf) {
        this.queriesOfLeaf = queriesOfLeaf;
    }

    /** The numbers of the queries filed under this leaf, in order. */
    int[] queriesOf(int leaf) {
        return queriesOfLeaf[leaf];
    }

    /** {@code lengths}: how many words each leaf has. Refuses a clause that holds in a text without any of its leaves. */
    static Triggers of(List<Clause> clauses, int[] lengths) {
        int[] askedFor = new int[lengths.length];
        clauses.forEach(clause -> count(clause, askedFor));
        List<List<Integer>> queriesOfLeaf = new ArrayList<>();
        IntStream.range(0, lengths.length).forEach(leaf -> queriesOfLeaf.add(new ArrayList<>(1)));
        for (int query = 0; query < clauses.size(); query++) {
            Filing filing = filing(clauses.get(query), askedFor, lengths);
            if (filing == null) {
                throw new IllegalArgumentException("a query that matches texts without any of its words");
            }
            for (int leaf : filing.leaves) {
                queriesOfLeaf.get(leaf).add(query);
            }
        }
        return new Triggers(queriesOfLeaf.stream()
                .map(queries -> queries.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new));
    }

    private static void count(Clause clause, int[] askedFor) {
        switch (clause) {
            case Placed.Leaf leaf -> askedFor[leaf.leaf()]++;
            case Placed.Either either -> either.parts().forEach(part -> count(part, askedFor));
            case Placed.Ordered ordered -> ordered.words().forEach(word -> count(word, askedFor));
            case Near near -> {
                count(near.left(), askedFor);
                count(near.right(), askedFor);
            }
            case Clause.Any any -> any.parts().forEach(part -> count(part, askedFor));
            case Clause.All all -> all.parts().forEach(part -> count(part, askedFor));
            case Clause.None none -> count(none.part(), askedFor);
        }
    }

    /** A set of leaves, and how many looks it is likely to cost. */
    private record Filing(Set<Integer> leaves, long cost) {}

    private static @Nullable Filing filing(Clause clause, int[] askedFor, int[] lengths) {
        return switch (clause) {
            case Placed.Leaf leaf ->
                new Filing(Set.of(leaf.leaf()), askedFor[leaf.leaf()] * 8L - Math.min(7, lengths[leaf.leaf()]));
            case Placed.Either either -> union(either.parts(), askedFor, lengths);
            case Placed.Ordered ordered -> cheapest(ordered.words(), askedFor, lengths);
            case Near near -> cheapest(List.of(near.left(), near.right()), askedFor, lengths);
            case Clause.Any any -> union(any.parts(), askedFor, lengths);
            case Clause.All all -> cheapest(all.parts(), askedFor, lengths);
            case Clause.None none -> null;
        };
    }

    private static @Nullable Filing cheapest(List<? extends Clause> parts, int[] askedFor, int[] lengths) {
        return parts.stream()
                .map(part -> filing(part, askedFor, lengths))
                .filter(filing -> filing != null)
                .min(Comparator.comparingLong(Filing::cost))
                .orElse(null);
    }

    private static @Nullable Filing union(List<? extends Clause> parts, int[] askedFor, int[] lengths) {
        Set<Integer> leaves = new TreeSet<>();
        long cost = 0;
        for (Clause part : parts) {
            Filing filing = filing(part, askedFor, lengths);
            if (filing == null) {
                return null;
            }
            leaves.addAll(filing.leaves);
            cost += filing.cost;
        }
        return new Filing(leaves, cost);
    }
}

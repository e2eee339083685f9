package io.dyadwire.processor.pair;

import java.util.ArrayList;
import java.util.List;

/** The relations between the countries of an article, and those that the sentence at hand speaks of. */
final class Relations {
    private final int countries;
    private final Relation[] cells;
    private final List<Relation> all = new ArrayList<>();
    private final List<Relation> touched = new ArrayList<>();

    Relations(int countries) {
        this.countries = countries;
        cells = new Relation[countries * countries];
    }

    /** Between two different countries, in either order. */
    Relation between(int one, int other) {
        int cell = Math.min(one, other) * countries + Math.max(one, other);
        var relation = cells[cell];
        if (relation == null) {
            relation = new Relation(Math.min(one, other), Math.max(one, other));
            cells[cell] = relation;
            all.add(relation);
        }
        return relation;
    }

    /** What a sentence may say between two, until the sentence is {@linkplain #settled done}. */
    void offer(int one, int other, double strength, PairReason why, int actor) {
        var relation = between(one, other);
        if (relation.offered() == 0) {
            touched.add(relation);
        }
        relation.offer(strength, why, actor);
    }

    /** Those that the sentence at hand speaks of. */
    List<Relation> touched() {
        return touched;
    }

    /** The sentence at hand is done. */
    void settled() {
        touched.clear();
    }

    List<Relation> all() {
        return all;
    }
}

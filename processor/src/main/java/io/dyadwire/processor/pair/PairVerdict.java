package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Why two countries that an article names are a pair of it, or are none.
 *
 * @param reason what its plainest sentence says between the two
 * @param score what all its sentences add up to; a pair from {@link PairTagger#ENOUGH} on
 * @param sentence the plainest sentence, absent when none relates the two
 */
public record PairVerdict(
        Pair pair,
        Outcome outcome,
        PairReason reason,
        double score,
        @Nullable Span sentence) {

    /** What became of it. */
    public enum Outcome {
        /** What the article is chiefly about. */
        MAIN,
        /** Reported, but not what the article is chiefly about. */
        GIVEN,
        /** Too little says so. */
        DROPPED
    }
}

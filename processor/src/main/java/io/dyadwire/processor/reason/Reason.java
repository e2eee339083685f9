package io.dyadwire.processor.reason;

import io.dyadwire.contract.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * One step of a decision.
 *
 * @param tag the tag that it is about: a country's code, a pair, a topic's slug, a date; empty when the words call none
 * @param span the words that it is about; absent when it is about the tag as a whole
 * @param given true when it speaks for the tag, false when it says why the words or the tag do not count
 * @param why in words, such as {@code capital, in the headline: 3.0}
 */
public record Reason(Subject subject, String tag, @Nullable Span span, boolean given, String why) {
    /** What kind of tag. */
    public enum Subject {
        COUNTRY,
        PAIR,
        TOPIC,
        DEADLINE,
        /** What became of a deadline; the tag is that: {@code cancelled}. */
        DEADLINE_NEWS
    }
}

package io.dyadwire.matcher.query;

import java.util.List;

/**
 * A query that matched, and all places of the words that made it: in the order of title and text, none twice, at least
 * one. Words under NOT and those of an OR or NEAR that did not hold are not among them.
 */
public record QueryMatch<K>(K key, List<MatchSpan> spans) {
    public QueryMatch {
        spans = List.copyOf(spans);
    }
}

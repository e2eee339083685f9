package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TopicTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Which pairs and topics of the article a sentence is about. */
final class Neighbours {
    /** How far from the sentence, in characters, a neighbouring sentence may speak of the same thing. */
    private static final int NEAR = 300;

    private Neighbours() {}

    /** The pairs whose evidence is in the sentence, else next to it, else the article's main ones; sorted. */
    static List<Pair> pairs(Span sentence, List<PairTag> tags) {
        if (tags.isEmpty()) {
            return List.of();
        }
        List<PairTag> here = in(sentence, tags, PairTag::evidence);
        List<PairTag> found = here.isEmpty() ? in(wider(sentence), tags, PairTag::evidence) : here;
        List<Pair> pairs = new ArrayList<>(tags.size());
        for (PairTag tag : found.isEmpty() ? tags : found) {
            if (!found.isEmpty() || tag.main()) {
                pairs.add(tag.pair());
            }
        }
        Collections.sort(pairs);
        return pairs;
    }

    /** The topics whose evidence is in the sentence, else next to it. */
    static List<String> topics(Span sentence, List<TopicTag> tags) {
        if (tags.isEmpty()) {
            return List.of();
        }
        List<TopicTag> here = in(sentence, tags, TopicTag::evidence);
        List<TopicTag> found = here.isEmpty() ? in(wider(sentence), tags, TopicTag::evidence) : here;
        List<String> topics = new ArrayList<>(found.size());
        for (TopicTag tag : found) {
            topics.add(tag.topic());
        }
        return topics;
    }

    private static <T> List<T> in(Span sentence, List<T> tags, Function<T, List<Span>> evidence) {
        List<T> found = new ArrayList<>(tags.size());
        for (T tag : tags) {
            for (Span span : evidence.apply(tag)) {
                if (sentence.overlaps(span)) {
                    found.add(tag);
                    break;
                }
            }
        }
        return found;
    }

    private static Span wider(Span sentence) {
        return new Span(sentence.field(), Math.max(0, sentence.start() - NEAR), sentence.end() + NEAR);
    }
}

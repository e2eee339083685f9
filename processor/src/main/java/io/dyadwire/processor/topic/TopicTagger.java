package io.dyadwire.processor.topic;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Document;
import io.dyadwire.processor.text.HistoryGuard;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The topics of the vocabulary that an article reports on, the surest first, each with the words that gave it. A sentence
 * about history counts for nothing. Immutable after construction; never fails on any text.
 */
public final class TopicTagger {
    private static final double ENOUGH = 0.5;

    private final List<TopicQuery> topics;
    private final TopicIndex index;
    private final HistoryGuard history;

    /** Files the phrases of every topic's query in the vocabulary. */
    public TopicTagger(Vocabulary vocabulary) {
        topics = TopicBook.bundled().queries();
        index = new TopicIndex(vocabulary, topics);
        history = new HistoryGuard(vocabulary);
    }

    /** The slugs of the vocabulary. */
    public static Set<String> slugs() {
        return TopicBook.bundled().slugs();
    }

    /** Each topic once; empty when the article reports on none. */
    public List<TopicTag> tag(Document document) {
        var scores = new TopicScore[topics.size()];
        int year = document.article().referenceTime().atZone(ZoneOffset.UTC).getYear();
        for (var field : Field.values()) {
            new FieldScan(index, history, field, document.of(field), year).scan(scores);
        }
        List<TopicTag> tags = new ArrayList<>();
        for (int topic = 0; topic < scores.length; topic++) {
            if (scores[topic] != null && scores[topic].score() >= ENOUGH) {
                tags.add(new TopicTag(topics.get(topic).slug(), scores[topic].score(), scores[topic].evidence()));
            }
        }
        tags.sort(Comparator.comparingDouble(TopicTag::score).reversed());
        return tags;
    }
}

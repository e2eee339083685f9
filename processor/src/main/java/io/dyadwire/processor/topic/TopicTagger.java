package io.dyadwire.processor.topic;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Document;
import io.dyadwire.processor.text.HistoryGuard;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
    public TopicTagger(Vocabulary vocabulary, TopicBook book) {
        topics = book.queries();
        index = new TopicIndex(vocabulary, topics);
        history = new HistoryGuard(vocabulary);
    }

    /** The same for somebody who does not ask why. */
    public List<TopicTag> tag(Document document) {
        return tag(document, Reasons.NONE);
    }

    /** Each topic once; empty when the article reports on none. */
    public List<TopicTag> tag(Document document, Reasons reasons) {
        var scores = new TopicScore[topics.size()];
        int year = document.article().referenceTime().atZone(ZoneOffset.UTC).getYear();
        for (var field : Field.values()) {
            new FieldScan(topics, index, history, field, document.of(field), year, reasons).scan(scores);
        }
        List<TopicTag> tags = new ArrayList<>();
        for (int topic = 0; topic < scores.length; topic++) {
            var score = scores[topic];
            if (score == null) {
                continue;
            }
            String slug = topics.get(topic).slug();
            boolean enough = score.score() >= ENOUGH;
            if (enough) {
                tags.add(new TopicTag(slug, score.score(), score.evidence()));
            }
            if (reasons.wanted()) {
                String why = String.format(Locale.ROOT, "score %.2f, enough from %.1f on", score.score(), ENOUGH);
                reasons.tell(
                        enough,
                        Subject.TOPIC,
                        slug,
                        enough ? null : score.evidence().getFirst(),
                        why);
            }
        }
        tags.sort(Comparator.comparingDouble(TopicTag::score).reversed());
        return tags;
    }
}

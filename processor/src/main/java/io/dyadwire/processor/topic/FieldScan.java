package io.dyadwire.processor.topic;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.HistoryGuard;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One pass over the phrase hits of one field, sentence by sentence. */
final class FieldScan {
    private static final double NEAR_SHARE = 0.85;
    private static final double WEAK_SHARE = 0.35;
    private static final int LEDE_SENTENCES = 2;
    private static final int SHORT_SENTENCES = 8;
    private static final int NEAR_TOKENS = 12;

    /** Groups that a "near" may have. */
    static final int MOST_GROUPS = 4;

    /** Words that a phrase may have. */
    static final int MOST_WORDS = 8;

    private enum Place {
        TITLE("in the headline", 0.75),
        LEDE("in the first sentences", 0.6),
        SHORT_BODY("in a short article", 0.5),
        BODY("in the body", 0.4);

        private final String words;
        private final double weight;

        Place(String words, double weight) {
            this.words = words;
            this.weight = weight;
        }
    }

    private final List<TopicQuery> topics;
    private final TopicIndex index;
    private final HistoryGuard history;
    private final Field field;
    private final Tokens tokens;
    private final int year;
    private final Reasons reasons;
    private final int[] lastOfGroup;
    private int[] hits = new int[3 * 64];
    private int count;
    private boolean hiding;
    private int sentence = -1;
    private boolean past;

    FieldScan(
            List<TopicQuery> topics,
            TopicIndex index,
            HistoryGuard history,
            Field field,
            Tokens tokens,
            int year,
            Reasons reasons) {
        this.topics = topics;
        this.index = index;
        this.history = history;
        this.field = field;
        this.tokens = tokens;
        this.year = year;
        this.reasons = reasons;
        lastOfGroup = new int[index.clauses() * MOST_GROUPS];
        Arrays.fill(lastOfGroup, -1);
    }

    void scan(@Nullable TopicScore[] scores) {
        index.phrases().find(tokens, this::keep);
        for (int i = 0; i < count; i++) {
            int here = tokens.sentenceOf(hits[3 * i + 1]);
            if (here != sentence) {
                endSentence(scores);
                sentence = here;
                past = history.isHistory(tokens, sentence, year);
            }
            if (!past) {
                take(scores, i);
            } else if (index.entry(hits[3 * i]).part() == TopicIndex.Part.STRONG) {
                drop(i, "the sentence tells history");
            }
        }
        endSentence(scores);
    }

    private void keep(int id, int first, int last) {
        if (3 * count == hits.length) {
            hits = Arrays.copyOf(hits, hits.length * 2);
        }
        hits[3 * count] = id;
        hits[3 * count + 1] = first;
        hits[3 * count + 2] = last;
        count++;
        hiding |= index.entry(id).part() == TopicIndex.Part.NOT;
    }

    private static void endSentence(@Nullable TopicScore[] scores) {
        for (var score : scores) {
            if (score != null) {
                score.endSentence();
            }
        }
    }

    private void take(@Nullable TopicScore[] scores, int i) {
        var entry = index.entry(hits[3 * i]);
        if (entry.part() == TopicIndex.Part.NOT) {
            return;
        }
        int hidden = hiddenBy(entry.topic(), i);
        if (hidden >= 0) {
            if (reasons.wanted()) {
                drop(i, "inside '" + words(hidden) + "', which means something else");
            }
            return;
        }
        double share =
                switch (entry.part()) {
                    case STRONG -> 1;
                    case WEAK -> WEAK_SHARE;
                    case NEAR -> completes(entry, hits[3 * i + 1]) ? NEAR_SHARE : 0;
                    case NOT -> 0;
                };
        if (share > 0) {
            var score = scores[entry.topic()];
            if (score == null) {
                score = new TopicScore();
                scores[entry.topic()] = score;
            }
            var place = place();
            var span = span(i);
            score.hit(place.weight * share, span);
            if (reasons.wanted()) {
                String part = entry.part().name().toLowerCase(Locale.ROOT);
                String why = String.format(Locale.ROOT, "%s, %s: %.2f", part, place.words, place.weight * share);
                reasons.given(Subject.TOPIC, slug(entry), span, why);
            }
        }
    }

    private String words(int i) {
        return tokens.source().substring(span(i).start(), span(i).end());
    }

    private Span span(int i) {
        return new Span(field, tokens.start(hits[3 * i + 1]), tokens.end(hits[3 * i + 2]));
    }

    private String slug(TopicIndex.Entry entry) {
        return topics.get(entry.topic()).slug();
    }

    private void drop(int i, String why) {
        if (reasons.wanted()) {
            reasons.dropped(Subject.TOPIC, slug(index.entry(hits[3 * i])), span(i), why);
        }
    }

    private Place place() {
        if (field == Field.TITLE) {
            return Place.TITLE;
        }
        if (sentence < LEDE_SENTENCES) {
            return Place.LEDE;
        }
        return tokens.sentences() <= SHORT_SENTENCES ? Place.SHORT_BODY : Place.BODY;
    }

    /**
     * The hit of a longer phrase of this topic's "not" that covers this one, or -1; hits come in the order of their first
     * words.
     */
    private int hiddenBy(int topic, int i) {
        if (!hiding) {
            return -1;
        }
        int first = hits[3 * i + 1];
        int last = hits[3 * i + 2];
        for (int j = i - 1; j >= 0 && first - hits[3 * j + 1] < MOST_WORDS; j--) {
            if (hides(topic, j, first, last)) {
                return j;
            }
        }
        for (int j = i + 1; j < count && hits[3 * j + 1] <= first; j++) {
            if (hides(topic, j, first, last)) {
                return j;
            }
        }
        return -1;
    }

    private boolean hides(int topic, int j, int first, int last) {
        var entry = index.entry(hits[3 * j]);
        return entry.part() == TopicIndex.Part.NOT
                && entry.topic() == topic
                && hits[3 * j + 1] <= first
                && hits[3 * j + 2] >= last;
    }

    /** Whether this word is the last of one from each group, all close together in this sentence. */
    private boolean completes(TopicIndex.Entry entry, int token) {
        int base = entry.clause() * MOST_GROUPS;
        lastOfGroup[base + entry.group()] = token;
        int from = Math.max(tokens.firstTokenOf(sentence), token - NEAR_TOKENS);
        for (int group = 0; group < index.groups(entry.clause()); group++) {
            if (lastOfGroup[base + group] < from) {
                return false;
            }
        }
        return true;
    }
}

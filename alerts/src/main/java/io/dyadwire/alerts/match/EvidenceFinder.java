package io.dyadwire.alerts.match;

import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertEvidence.Words;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.query.QueryField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sentences of one article that satisfy the conditions of a rule. Bounded: {@value #MAX_SENTENCES} sentences a
 * condition, {@value #MAX_WORDS} words a sentence, {@value #MAX_EVIDENCE} in all.
 */
final class EvidenceFinder {
    private static final int MAX_SENTENCES = 2;
    private static final int MAX_WORDS = 12;
    private static final int MAX_EVIDENCE = 12;

    private final TaggedArticle tagged;
    private final Excerpts excerpts;

    EvidenceFinder(TaggedArticle tagged, Excerpts excerpts) {
        this.tagged = tagged;
        this.excerpts = excerpts;
    }

    /**
     * The evidence for a rule that matches and asked for this.
     *
     * @param keywords the words that satisfy its keywords
     */
    List<AlertEvidence> of(RuleQuery asked, List<Span> keywords) {
        List<AlertEvidence> found = new ArrayList<>(sentences("keywords", keywords, keywords));
        for (PairTag pair : tagged.pairs()) {
            if (asked.names(QueryField.PAIR, pair.pair())) {
                found.addAll(sentences("pair " + pair.pair(), pair.evidence(), words(pair)));
            }
        }
        for (CountryTag country : tagged.countries()) {
            if (country.role() == Role.ABOUT && asked.names(QueryField.COUNTRY, country.code())) {
                List<Span> mentions = mentions(country);
                found.addAll(sentences("country " + country.code(), mentions, mentions));
            }
        }
        for (TopicTag topic : tagged.topics()) {
            if (asked.names(QueryField.TOPIC, topic.topic())) {
                found.addAll(sentences("topic " + topic.topic(), topic.evidence(), topic.evidence()));
            }
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), MAX_EVIDENCE)));
    }

    /** The sentences around the proof, each with those words that it holds. */
    private List<AlertEvidence> sentences(String condition, List<Span> proof, List<Span> words) {
        Map<Span, Excerpt> sentences = new LinkedHashMap<>();
        for (Span span : proof) {
            if (sentences.size() < MAX_SENTENCES && !excerpts.blank(span)) {
                Excerpt excerpt = excerpts.around(span);
                sentences.putIfAbsent(excerpt.span(), excerpt);
            }
        }
        return sentences.values().stream()
                .map(sentence ->
                        new AlertEvidence(condition, sentence.span(), sentence.text(), within(sentence.span(), words)))
                .toList();
    }

    /** Those words that stand in the sentence, counted from its beginning, in order, none overlapping. */
    private static List<Words> within(Span sentence, List<Span> words) {
        List<Words> within = new ArrayList<>();
        int end = sentence.start();
        List<Span> inOrder = words.stream()
                .filter(sentence::overlaps)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
        for (Span word : inOrder) {
            int from = Math.max(word.start(), end);
            int to = Math.min(word.end(), sentence.end());
            if (from < to && within.size() < MAX_WORDS) {
                within.add(new Words(from - sentence.start(), to - sentence.start()));
                end = to;
            }
        }
        return within;
    }

    /** The names of both countries; where there are none, the words that relate them. */
    private List<Span> words(PairTag tag) {
        Pair pair = tag.pair();
        List<Span> names = tagged.countries().stream()
                .filter(country -> pair.has(country.code()))
                .flatMap(country -> mentions(country).stream())
                .toList();
        return names.isEmpty() ? tag.evidence() : names;
    }

    private static List<Span> mentions(CountryTag country) {
        return country.mentions().stream().map(Mention::span).toList();
    }
}

package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs between which an article reports something, the most salient first, with the sentences that relate them.
 * Two countries in one text are not a pair until a sentence relates them. Only countries that the article is about take
 * part. Immutable after construction; never fails on any text.
 */
public final class PairTagger {
    /** More names in one sentence than this are a table, not a sentence. */
    private static final int MOST_PARTIES = 24;

    private static final int MOST_EVIDENCE = 8;
    private static final double EVIDENCE = 0.4;

    /** "The two Koreas": one name for both. */
    private static final double ONE_NAME = 0.85;

    private static final double TITLE = 1.7;
    private static final double FIRST_SENTENCE = 1.4;
    private static final double ENOUGH = 0.7;
    private static final double MAIN = 1.3;
    private static final double MAIN_SHARE = 0.45;
    private static final int MOST_MAIN = 3;

    private final PairWords words;

    /** Files the words of relation in the vocabulary. */
    public PairTagger(Vocabulary vocabulary) {
        words = new PairWords(vocabulary);
    }

    /** Each pair once; empty when nothing relates two countries. */
    public List<PairTag> tag(Document document, List<CountryTag> countries) {
        Map<Pair, Relation> relations = new HashMap<>();
        if (countries.size() > 1) {
            relate(document, Field.TITLE, countries, relations);
            relate(document, Field.TEXT, countries, relations);
        }
        var enough = relations.entrySet().stream()
                .filter(relation -> relation.getValue().score >= ENOUGH)
                .sorted(Comparator.<Map.Entry<Pair, Relation>>comparingDouble(r -> -r.getValue().score)
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<PairTag> tags = new ArrayList<>(enough.size());
        for (var relation : enough) {
            double score = relation.getValue().score;
            boolean main = tags.size() < MOST_MAIN
                    && score >= MAIN
                    && score >= MAIN_SHARE * enough.getFirst().getValue().score;
            tags.add(new PairTag(relation.getKey(), score / (score + 2), main, relation.getValue().evidence));
        }
        return tags;
    }

    private void relate(Document document, Field field, List<CountryTag> countries, Map<Pair, Relation> relations) {
        var tokens = document.of(field);
        var parties = Parties.in(field, tokens, countries, country -> country.role() == Role.ABOUT);
        for (int i = 0; i < parties.size(); ) {
            int sentence = tokens.sentenceOf(parties.get(i).first());
            int end = i;
            while (end < parties.size() && tokens.sentenceOf(parties.get(end).first()) == sentence) {
                end++;
            }
            if (end - i > 1) {
                var within = parties.subList(i, Math.min(end, i + MOST_PARTIES));
                relateSentence(tokens, field, sentence, within, relations);
            }
            i = end;
        }
    }

    private void relateSentence(
            Tokens tokens, Field field, int sentence, List<Party> parties, Map<Pair, Relation> relations) {
        var sentenceRelations = new SentenceRelations(words, tokens, sentence, parties);
        Map<Pair, Double> best = new HashMap<>();
        for (int i = 0; i < parties.size(); i++) {
            for (int j = i + 1; j < parties.size(); j++) {
                var one = parties.get(i);
                var other = parties.get(j);
                if (!one.code().equals(other.code())) {
                    double strength = one.first() == other.first() ? ONE_NAME : sentenceRelations.between(i, j);
                    best.merge(Pair.of(one.code(), other.code()), strength, Math::max);
                }
            }
        }
        var span = new Span(field, tokens.sentenceFrom(sentence), tokens.sentenceTo(sentence));
        double place = field == Field.TITLE ? TITLE : sentence == 0 ? FIRST_SENTENCE : 1;
        best.forEach((pair, strength) ->
                relations.computeIfAbsent(pair, p -> new Relation()).add(strength, place, span));
    }

    private static final class Relation {
        double score;
        final List<Span> evidence = new ArrayList<>();

        void add(double strength, double place, Span sentence) {
            score += strength * place;
            if (evidence.isEmpty() || (strength >= EVIDENCE && evidence.size() < MOST_EVIDENCE)) {
                evidence.add(sentence);
            }
        }
    }
}

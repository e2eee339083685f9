package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Document;
import io.dyadwire.processor.text.HistoryGuard;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs between which an article reports something, the most salient first, with the sentences that relate them.
 * Two countries in one text are not a pair until a sentence relates them. Immutable after construction; never fails on
 * any text.
 */
public final class PairTagger {
    private static final double ENOUGH = 0.7;
    private static final double MAIN = 1.1;
    private static final double MAIN_SHARE = 0.5;
    private static final double MUCH = 2;
    private static final double BOTH_SALIENT = 0.28;
    private static final double BOTH_CHIEF = 0.35;
    private static final int MOST_MAIN = 3;
    private static final double CHIEF = 0.6;

    private final PairWords words;
    private final HistoryGuard history;

    /** Files the words of relation in the vocabulary. */
    public PairTagger(Vocabulary vocabulary) {
        words = new PairWords(vocabulary);
        history = new HistoryGuard(vocabulary);
    }

    /** Each pair once; empty when nothing relates two countries. */
    public List<PairTag> tag(Document document, List<CountryTag> countries) {
        Map<String, Relation> relations = new HashMap<>();
        if (countries.size() > 1) {
            int year = document.article().referenceTime().atZone(ZoneOffset.UTC).getYear();
            String chief = countries.getFirst().salience() >= CHIEF
                    ? countries.getFirst().code()
                    : "";
            for (var field : Field.values()) {
                var tokens = document.of(field);
                new FieldRelations(words, history, field, tokens, year, relations)
                        .read(Parties.in(field, tokens, countries), chief);
            }
        }
        if (relations.isEmpty()) {
            return List.of();
        }
        var enough = relations.entrySet().stream()
                .filter(relation -> relation.getValue().score() >= ENOUGH)
                .sorted(Comparator.<Map.Entry<String, Relation>>comparingDouble(
                                r -> -r.getValue().score())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        double most = enough.isEmpty() ? 0 : enough.getFirst().getValue().score();
        List<PairTag> tags = new ArrayList<>(enough.size());
        int mains = 0;
        for (var entry : enough) {
            var relation = entry.getValue();
            String pair = entry.getKey();
            double less = Math.min(salience(countries, pair.substring(0, 3)), salience(countries, pair.substring(4)));
            boolean main = mains < MOST_MAIN && isMain(relation, less, most);
            mains += main ? 1 : 0;
            tags.add(new PairTag(new Pair(pair), relation.score() / (relation.score() + 2), main, relation.evidence()));
        }
        return tags;
    }

    private static double salience(List<CountryTag> countries, String code) {
        for (var country : countries) {
            if (country.code().equals(code)) {
                return country.salience();
            }
        }
        return 0;
    }

    /** @param less the salience of the less salient of the two */
    private static boolean isMain(Relation relation, double less, double most) {
        double score = relation.score();
        boolean chiefly =
                (relation.opening() && score >= MAIN) || score >= MUCH || (score == most && less >= BOTH_CHIEF);
        return chiefly && score >= MAIN_SHARE * most && less >= BOTH_SALIENT;
    }

    /** The same countries, those of a pair as what the article is about: they take part in what it reports. */
    public static List<CountryTag> withParties(List<CountryTag> countries, List<PairTag> pairs) {
        return countries.stream()
                .map(country ->
                        country.role() == Role.MENTIONED && pairs.stream().anyMatch(tag -> isIn(tag, country))
                                ? new CountryTag(country.code(), Role.ABOUT, country.salience(), country.mentions())
                                : country)
                .toList();
    }

    private static boolean isIn(PairTag tag, CountryTag country) {
        return tag.pair().value().contains(country.code());
    }
}

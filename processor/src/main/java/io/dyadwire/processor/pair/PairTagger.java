package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.pair.PairVerdict.Outcome;
import io.dyadwire.processor.text.Document;
import io.dyadwire.processor.text.HistoryGuard;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs between which an article reports something, the most salient first, with the sentences that relate them.
 * Two countries in one text are not a pair until a sentence relates them. Immutable after construction; never fails on
 * any text.
 */
public final class PairTagger {
    /** What the sentences of an article must add up to between two countries. */
    public static final double ENOUGH = 0.7;

    private static final double CHIEF = 0.6;
    private static final int MOST_MAIN = 3;

    /** How salient both must be for the article to be chiefly about them. */
    private static final double SALIENT = 0.25;

    private static final double OPENS = 1.1;
    private static final double OPENS_SHARE = 0.5;
    private static final double FILLS = 0.13;
    private static final double FILLS_SHARE = 0.9;
    private static final int RETURNS = 3;
    private static final double RETURNS_SHARE = 0.4;
    private static final double RETURNS_SALIENT = 0.35;

    private static final Comparator<Relation> MOST_SAID_FIRST = Comparator.comparingDouble(Relation::score)
            .reversed()
            .thenComparingInt(relation -> relation.one)
            .thenComparingInt(relation -> relation.other);

    private final PairWords words;
    private final HistoryGuard history;

    /** Files the words of relation in the vocabulary. */
    public PairTagger(Vocabulary vocabulary) {
        words = new PairWords(vocabulary);
        history = new HistoryGuard(vocabulary);
    }

    /** Each pair once; empty when nothing relates two countries. */
    public List<PairTag> tag(Document document, List<CountryTag> countries) {
        if (countries.size() < 2) {
            return List.of();
        }
        List<Relation> enough = new ArrayList<>();
        for (var relation : relate(document, countries).all()) {
            if (relation.score() >= ENOUGH) {
                enough.add(relation);
            }
        }
        if (enough.isEmpty()) {
            return List.of();
        }
        enough.sort(MOST_SAID_FIRST);
        var mains = mains(enough, countries, document);
        List<PairTag> tags = new ArrayList<>(enough.size());
        for (var relation : enough) {
            String one = countries.get(relation.one).code();
            String other = countries.get(relation.other).code();
            int actor = relation.actor();
            tags.add(new PairTag(
                    Pair.of(one, other),
                    relation.score() / (relation.score() + 2),
                    mains.contains(relation),
                    actor < 0 ? null : actor == relation.one ? one : other,
                    actor < 0 ? null : actor == relation.one ? other : one,
                    relation.evidence()));
        }
        return tags;
    }

    /**
     * Why each two of the countries are a pair or are none, those with most said between them first. Takes as long as
     * tagging: for a reader who asks, not for every article.
     */
    public List<PairVerdict> explain(Document document, List<CountryTag> countries) {
        var relations = relate(document, countries);
        for (int i = 0; i < countries.size(); i++) {
            for (int j = i + 1; j < countries.size(); j++) {
                relations.between(i, j);
            }
        }
        List<Relation> sorted = new ArrayList<>(relations.all());
        sorted.sort(MOST_SAID_FIRST);
        var mains = mains(
                sorted.stream().filter(relation -> relation.score() >= ENOUGH).toList(), countries, document);
        return sorted.stream()
                .map(relation -> new PairVerdict(
                        Pair.of(
                                countries.get(relation.one).code(),
                                countries.get(relation.other).code()),
                        mains.contains(relation)
                                ? Outcome.MAIN
                                : relation.score() >= ENOUGH ? Outcome.GIVEN : Outcome.DROPPED,
                        relation.reason(),
                        relation.score(),
                        relation.sentence()))
                .toList();
    }

    private Relations relate(Document document, List<CountryTag> countries) {
        var relations = new Relations(countries.size());
        int year = document.article().referenceTime().atZone(ZoneOffset.UTC).getYear();
        int chief = !countries.isEmpty() && countries.getFirst().salience() >= CHIEF ? 0 : -1;
        FieldRelations title = null;
        for (var field : Field.values()) {
            var tokens = document.of(field);
            var reading = new FieldRelations(words, history, field, tokens, year, relations, chief, title);
            reading.read(Parties.in(field, tokens, countries));
            title = reading;
        }
        return relations;
    }

    /**
     * What the article is chiefly about. One that has only lent its ground is chief beside nobody.
     *
     * @param enough the relations that make pairs, the strongest first
     */
    private static Set<Relation> mains(List<Relation> enough, List<CountryTag> countries, Document document) {
        List<Relation> acting = new ArrayList<>(enough);
        acting.removeIf(relation -> relation.reason().isGround());
        var mains = mainsOf(acting, countries, document);
        return mains.isEmpty() ? mainsOf(enough, countries, document) : mains;
    }

    private static Set<Relation> mainsOf(List<Relation> enough, List<CountryTag> countries, Document document) {
        Set<Relation> mains = new HashSet<>();
        for (var relation : enough) {
            double less = Math.min(
                    countries.get(relation.one).salience(),
                    countries.get(relation.other).salience());
            double share = relation.score() / enough.getFirst().score();
            if (mains.size() < MOST_MAIN
                    && isMain(relation, less, share, document.text().sentences())) {
                mains.add(relation);
            }
        }
        return mains;
    }

    /**
     * The article opens with it, or it fills much of the article, or the article comes back to it.
     *
     * @param less the salience of the less salient of the two
     * @param share of what is said between the two of which most is said
     */
    private static boolean isMain(Relation relation, double less, double share, int sentences) {
        boolean opens = relation.opening() && relation.score() >= OPENS && share >= OPENS_SHARE;
        boolean fills = share >= FILLS_SHARE && relation.score() >= FILLS * (sentences + 2);
        boolean returns = relation.proofs() >= RETURNS && less >= RETURNS_SALIENT && share >= RETURNS_SHARE;
        return less >= SALIENT && (opens || fills || returns);
    }

    /** The same countries, those of a pair as what the article is about: they take part in what it reports. */
    public static List<CountryTag> withParties(List<CountryTag> countries, List<PairTag> pairs) {
        List<CountryTag> about = new ArrayList<>(countries.size());
        for (var country : countries) {
            about.add(
                    country.role() == Role.MENTIONED && isIn(pairs, country)
                            ? new CountryTag(country.code(), Role.ABOUT, country.salience(), country.mentions())
                            : country);
        }
        return about;
    }

    private static boolean isIn(List<PairTag> pairs, CountryTag country) {
        for (var tag : pairs) {
            if (tag.pair().has(country.code())) {
                return true;
            }
        }
        return false;
    }
}

package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Document;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The countries that an article names, the most salient first, each with every mention. Those it is about have
 * {@link Role#ABOUT}, others {@link Role#MENTIONED}. Immutable after construction; never fails on any text.
 *
 * <p>"TOKYO (Kyodo) -- Seoul will leave the pact, Japanese officials said" names KOR (capital) and JPN (adjective); the
 * dateline names nobody.
 */
public final class CountryTagger {
    /** Keeps a tagged article well under the size of a Kafka message. */
    private static final int MOST_MENTIONS = 200;

    private final NameReader reader;
    private final LeaderBinder leaders;
    private final Towns towns;
    private final Weigher weigher;

    /** Files every name of the data files in the vocabulary. */
    public CountryTagger(Vocabulary vocabulary) {
        var words = new ContextWords(vocabulary);
        reader = new NameReader(new CountryNames(vocabulary), words);
        leaders = new LeaderBinder(words);
        towns = new Towns(words);
        weigher = new Weigher(words);
    }

    /** The same for somebody who does not ask why. */
    public List<CountryTag> tag(Document document) {
        return tag(document, Reasons.NONE);
    }

    /** Each country once; empty when none is named. */
    public List<CountryTag> tag(Document document, Reasons reasons) {
        var named = Namesakes.decide(document, sightings(document, reasons), reasons);
        var found = towns.decide(document, named, reasons);
        Map<String, List<Mention>> mentions = new LinkedHashMap<>();
        Map<String, Double> weights = new LinkedHashMap<>();
        for (var sighting : found) {
            double weight = weigher.weigh(document, sighting);
            for (var reading : sighting.readings()) {
                var places = mentions.computeIfAbsent(reading.code(), code -> new ArrayList<>());
                if (places.size() < MOST_MENTIONS) {
                    places.add(mention(document, sighting));
                }
                if (reasons.wanted()) {
                    var span = document.span(sighting.field(), sighting.first(), sighting.last());
                    reasons.given(Subject.COUNTRY, reading.code(), span, weigher.why(document, sighting));
                }
                weights.merge(reading.code(), weight, Double::sum);
            }
        }
        double most = weights.isEmpty() ? 0 : Collections.max(weights.values());
        List<CountryTag> tags = new ArrayList<>(mentions.size());
        mentions.forEach((code, places) -> {
            double weight = weights.get(code);
            var role = Weigher.role(weight, mentions.size() == 1);
            tags.add(new CountryTag(code, role, Weigher.salience(weight, most), places));
            if (reasons.wanted()) {
                reasons.given(Subject.COUNTRY, code, null, Weigher.why(weight, most, mentions.size() == 1));
            }
        });
        tags.sort(Comparator.comparingDouble(CountryTag::salience).reversed());
        return tags;
    }

    private List<Sighting> sightings(Document document, Reasons reasons) {
        LocalDate day = LocalDate.ofInstant(document.article().referenceTime(), ZoneOffset.UTC);
        String language = Objects.requireNonNullElse(document.article().language(), "");
        var inTitle = reader.read(Field.TITLE, document.title(), day, language, reasons);
        var inText = reader.read(Field.TEXT, document.text(), day, language, reasons);
        List<Sighting> all = new ArrayList<>(inTitle);
        all.addAll(inText);
        var surnames = leaders.bind(document.title(), document.text(), all);
        all.addAll(leaders.find(Field.TITLE, document.title(), surnames, inTitle));
        all.addAll(leaders.find(Field.TEXT, document.text(), surnames, inText));
        all.sort(Comparator.comparing(Sighting::field).thenComparingInt(Sighting::first));
        return all;
    }

    private static Mention mention(Document document, Sighting sighting) {
        var span = document.span(sighting.field(), sighting.first(), sighting.last());
        return new Mention(span.field(), span.start(), span.end(), span.in(document.article()), sighting.kind());
    }
}

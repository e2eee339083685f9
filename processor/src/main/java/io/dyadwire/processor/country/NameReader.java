package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.Dateline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the names in one field: the longest name wins, datelines are skipped, and what the neighbouring words show to be
 * a person, a pronoun or a town in the U.S. is left out.
 */
final class NameReader {
    private final CountryNames names;
    private final ContextWords words;
    private final OtherUses otherUses;
    private final Persons persons;

    NameReader(CountryNames names, ContextWords words) {
        this.names = names;
        this.words = words;
        otherUses = new OtherUses(words);
        persons = new Persons(words);
    }

    /** The names in this field that may call a country, in reading order and apart from each other. */
    List<Sighting> read(Field field, Tokens tokens, LocalDate day, String language) {
        var hits = new HitBuffer();
        names.find(tokens, language, hits);
        hits.sorted();
        int free = field == Field.TEXT ? Dateline.end(tokens) : 0;
        List<Sighting> found = new ArrayList<>();
        for (int i = 0; i < hits.count(); i++) {
            int first = hits.first(i);
            var entry = names.entry(hits.id(i));
            if (first < free || !entry.standsIn(tokens, first, hits.last(i))) {
                continue;
            }
            free = hits.last(i) + 1;
            var readings = held(entry.readings(), day);
            if (!readings.isEmpty() && !isPronoun(tokens, first, readings)) {
                var kind = kindHere(tokens, first, readings.getFirst());
                var sighting = new Sighting(field, first, hits.last(i), readings, kind, entry.full());
                if (!otherUses.isOther(tokens, sighting)) {
                    found.add(sighting);
                }
            }
        }
        return persons.leaveOut(tokens, withoutTownsInStates(tokens, found));
    }

    private static List<CountryName> held(List<CountryName> readings, LocalDate day) {
        if (readings.isEmpty() || readings.getFirst().kind() != MentionKind.LEADER) {
            return readings;
        }
        List<CountryName> held = new ArrayList<>(1);
        for (var reading : readings) {
            if (reading.heldOn(day) && held.stream().noneMatch(h -> h.code().equals(reading.code()))) {
                held.add(reading);
            }
        }
        return held;
    }

    /** "GIVE US TIME" in a headline in capitals. */
    private boolean isPronoun(Tokens tokens, int i, List<CountryName> readings) {
        return readings.getFirst().has(NameFlag.CASED)
                && tokens.reads(i, "US")
                && ContextWords.shouts(tokens, i)
                && words.at(tokens, i - 1, words.usBefore);
    }

    private MentionKind kindHere(Tokens tokens, int first, CountryName name) {
        boolean place = name.kind() == MentionKind.CAPITAL
                && (name.has(NameFlag.EU_SEAT) || words.at(tokens, first - 1, words.placeBefore));
        return place ? MentionKind.PLACE : name.kind();
    }

    /** "Paris, Texas", "Lebanon, Pa.": the state says that the name before it is a town of its own. */
    private static List<Sighting> withoutTownsInStates(Tokens tokens, List<Sighting> found) {
        List<Sighting> kept = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            var here = found.get(i);
            boolean town = i + 1 < found.size()
                    && found.get(i + 1).has(NameFlag.US_STATE)
                    && found.get(i + 1).first() == here.last() + 1
                    && tokens.before(here.last() + 1) == ','
                    && !here.calls("USA")
                    && (i + 2 >= found.size() || found.get(i + 2).first() > here.last() + 3);
            if (!town) {
                kept.add(here);
            }
        }
        return kept;
    }
}

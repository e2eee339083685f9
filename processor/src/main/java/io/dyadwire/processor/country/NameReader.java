package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
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
    List<Sighting> read(Field field, Tokens tokens, LocalDate day, String language, Reasons reasons) {
        var hits = new HitBuffer();
        names.find(tokens, language, hits);
        hits.sorted();
        int body = field == Field.TEXT ? Dateline.end(tokens) : 0;
        int free = body;
        List<Sighting> found = new ArrayList<>();
        for (int i = 0; i < hits.count(); i++) {
            int first = hits.first(i);
            var entry = names.entry(hits.id(i));
            if (first < free || !entry.standsIn(tokens, first, hits.last(i))) {
                if (first < body) {
                    drop(reasons, entry, field, tokens, first, hits.last(i), "in the dateline: where it was filed");
                } else if (first >= free && !entry.isCased()) {
                    drop(reasons, entry, field, tokens, first, hits.last(i), "not written with the name's capitals");
                }
                continue;
            }
            free = hits.last(i) + 1;
            var readings = held(entry.readings(), day);
            if (readings.isEmpty()) {
                String why =
                        entry.readings().isEmpty() ? "only looks like a country's name" : "not in office at the time";
                drop(reasons, entry, field, tokens, first, hits.last(i), why);
            } else if (isPronoun(tokens, first, readings)) {
                drop(reasons, entry, field, tokens, first, hits.last(i), "the pronoun");
            } else {
                var kind = kindHere(tokens, first, readings.getFirst());
                var sighting = new Sighting(field, first, hits.last(i), readings, kind, entry.full());
                String other = otherUses.other(tokens, sighting);
                if (other == null) {
                    found.add(sighting);
                } else {
                    sighting.drop(reasons, tokens, other);
                }
            }
        }
        return persons.leaveOut(tokens, withoutTownsInStates(tokens, found, reasons), reasons);
    }

    private static void drop(
            Reasons reasons, CountryNames.Entry entry, Field field, Tokens tokens, int first, int last, String why) {
        String code =
                entry.readings().isEmpty() ? "" : entry.readings().getFirst().code();
        reasons.dropped(Subject.COUNTRY, code, field, tokens, first, last, why);
    }

    private static List<CountryName> held(List<CountryName> readings, LocalDate day) {
        if (readings.isEmpty() || readings.getFirst().kind() != MentionKind.LEADER) {
            return readings;
        }
        if (readings.size() == 1) {
            return readings.getFirst().heldOn(day) ? readings : List.of();
        }
        List<CountryName> held = new ArrayList<>(1);
        for (var reading : readings) {
            if (reading.heldOn(day) && !calls(held, reading.code())) {
                held.add(reading);
            }
        }
        return held;
    }

    private static boolean calls(List<CountryName> readings, String code) {
        for (var reading : readings) {
            if (reading.code().equals(code)) {
                return true;
            }
        }
        return false;
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
    private static List<Sighting> withoutTownsInStates(Tokens tokens, List<Sighting> found, Reasons reasons) {
        List<Sighting> kept = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            var here = found.get(i);
            boolean town = i + 1 < found.size()
                    && found.get(i + 1).has(NameFlag.US_STATE)
                    && found.get(i + 1).first() == here.last() + 1
                    && tokens.before(here.last() + 1) == ','
                    && !here.calls("USA")
                    && (i + 2 >= found.size() || found.get(i + 2).first() > here.last() + 3);
            if (town) {
                here.drop(reasons, tokens, "a town in the U.S. state that follows");
            } else {
                kept.add(here);
            }
        }
        return kept;
    }
}

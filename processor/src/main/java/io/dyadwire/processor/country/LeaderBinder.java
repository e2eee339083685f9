package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns from an article whose officials it speaks of, and finds them again by surname: "Japanese Foreign Minister Taro
 * Kono", "President Ramaphosa of South Africa", "President of Argentina Alberto Fernandez". The list of leaders never
 * needs to hold them.
 */
final class LeaderBinder {
    private static final int TITLE_WORDS = 7;
    private static final int NAME_WORDS = 4;
    private static final int MOST = 40;
    private static final Set<String> SURNAME_FIRST = Set.of("CHN", "KOR", "PRK", "TWN");

    private final ContextWords words;

    LeaderBinder(ContextWords words) {
        this.words = words;
    }

    /** Surname to the country it speaks for in this article. */
    Map<String, CountryName> bind(Tokens title, Tokens text, List<Sighting> found) {
        Map<String, CountryName> surnames = new LinkedHashMap<>();
        for (var sighting : found) {
            var tokens = sighting.field() == Field.TITLE ? title : text;
            if (sighting.full()) {
                remember(surnames, tokens, sighting.first(), sighting.last() + 1, sighting.code());
            } else if (sighting.kind() != MentionKind.PLACE && sighting.kind() != MentionKind.LEADER) {
                learn(surnames, tokens, sighting);
            }
        }
        return surnames;
    }

    private void learn(Map<String, CountryName> surnames, Tokens tokens, Sighting sighting) {
        int after = sighting.last() + 1;
        int name = afterTitles(tokens, after);
        if (name < 0 && isOfficeOf(tokens, sighting.first())) {
            name = after;
        }
        if (name >= 0) {
            remember(surnames, tokens, name, nameEnd(tokens, name), sighting.code());
        } else if (words.at(tokens, sighting.first() - 1, words.of)) {
            learnBackwards(surnames, tokens, sighting);
        }
    }

    /** Where a name begins after the titles that follow a country, or -1. */
    private int afterTitles(Tokens tokens, int from) {
        boolean office = false;
        for (int i = from; i < Math.min(tokens.count(), from + TITLE_WORDS); i++) {
            if (words.at(tokens, i, words.title) || (office && words.at(tokens, i, words.of))) {
                office |= words.at(tokens, i, words.office);
            } else {
                return office && tokens.capital(i) && noStop(tokens, i) ? i : -1;
            }
            if (!noStop(tokens, i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "President of Argentina" before this: an office, "of", the country. */
    private boolean isOfficeOf(Tokens tokens, int country) {
        return words.at(tokens, country - 1, words.of) && words.at(tokens, country - 2, words.office);
    }

    private void learnBackwards(Map<String, CountryName> surnames, Tokens tokens, Sighting sighting) {
        int end = sighting.first() - 1;
        int start = end;
        while (start > 0 && end - start < NAME_WORDS && isNameWord(tokens, start - 1)) {
            start--;
        }
        if (start < end && words.at(tokens, start - 1, words.office)) {
            remember(surnames, tokens, start, end, sighting.code());
        }
    }

    private boolean isNameWord(Tokens tokens, int i) {
        return tokens.capital(i) && !words.at(tokens, i, words.title);
    }

    private int nameEnd(Tokens tokens, int start) {
        int end = start;
        while (end < tokens.count()
                && end - start < NAME_WORDS
                && ((tokens.capital(end) && !words.at(tokens, end, words.title))
                        || words.at(tokens, end, words.particle))
                && (end == start || tokens.before(end) == 0 || tokens.before(end) == '-')) {
            end++;
        }
        return end;
    }

    private static boolean noStop(Tokens tokens, int i) {
        char mark = tokens.before(i);
        return mark == 0 || mark == ',' || mark == '\'' || mark == '-' || mark == '.';
    }

    private static void remember(Map<String, CountryName> surnames, Tokens tokens, int start, int end, String code) {
        if (end <= start || surnames.size() >= MOST) {
            return;
        }
        boolean surnameFirst = SURNAME_FIRST.contains(code) && end - start > 1;
        String surname = tokens.text(surnameFirst ? start : end - 1);
        if (surname.length() > 2 || (surnameFirst && surname.length() == 2)) {
            surnames.putIfAbsent(surname, CountryName.always(code, MentionKind.LEADER, Set.of()));
        }
    }

    /** The bound surnames in this field, outside what has been found already. */
    List<Sighting> find(Field field, Tokens tokens, Map<String, CountryName> surnames, List<Sighting> found) {
        List<Sighting> more = new ArrayList<>();
        if (surnames.isEmpty()) {
            return more;
        }
        var list = List.copyOf(surnames.entrySet());
        int next = 0;
        for (int i = 0; i < tokens.count(); i++) {
            while (next < found.size() && found.get(next).last() < i) {
                next++;
            }
            boolean taken = next < found.size() && found.get(next).first() <= i;
            if (!taken && tokens.capital(i)) {
                for (var entry : list) {
                    if (reads(tokens, i, entry.getKey())) {
                        more.add(new Sighting(field, i, i, List.of(entry.getValue()), MentionKind.LEADER, false));
                        break;
                    }
                }
            }
        }
        return more;
    }

    private static boolean reads(Tokens tokens, int i, String surname) {
        int length = tokens.end(i) - tokens.start(i);
        return length == surname.length()
                && tokens.source().regionMatches(tokens.allCaps(i), tokens.start(i), surname, 0, length);
    }
}

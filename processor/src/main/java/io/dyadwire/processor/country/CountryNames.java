package io.dyadwire.processor.country;

import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.phrase.HitSink;
import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.phrase.PhraseIndex;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.DataFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Every name of every country, from {@code names.tsv}, {@code places.tsv}, {@code leaders.tsv} and
 * {@code not-countries.tsv} in English, and from CLDR in other languages.
 */
final class CountryNames {

    /**
     * A name as written in the files.
     *
     * @param readings what it calls, empty for a name that only looks like a country's
     * @param capitals bit i: token i must begin with a capital
     * @param isCased whether it counts with exactly these capitals only
     * @param endsInDot whether its last full stop must be there
     */
    record Entry(
            String surface,
            List<CountryName> readings,
            long capitals,
            boolean full,
            boolean isCased,
            boolean endsInDot) {

        Entry(String surface, List<CountryName> readings, long capitals, boolean full) {
            this(
                    surface,
                    readings,
                    capitals,
                    full,
                    !readings.isEmpty() && readings.getFirst().has(NameFlag.CASED),
                    surface.endsWith("."));
        }

        /** Whether these tokens are written as this name must be. */
        boolean standsIn(Tokens tokens, int first, int last) {
            if (isCased) {
                return readsExactly(tokens, first, last);
            }
            for (int i = first; i <= last; i++) {
                if ((capitals & 1L << (i - first)) != 0 && !tokens.capital(i)) {
                    return false;
                }
            }
            return !endsInDot || dotFollows(tokens, last);
        }

        private boolean readsExactly(Tokens tokens, int first, int last) {
            int length = tokens.end(last) - tokens.start(first);
            return length == surface.length() && tokens.source().startsWith(surface, tokens.start(first));
        }

        private static boolean dotFollows(Tokens tokens, int last) {
            int end = tokens.end(last);
            return tokens.dotted(last)
                    || (end < tokens.source().length() && tokens.source().charAt(end) == '.');
        }
    }

    private final PhraseIndex index;
    private final Map<String, PhraseIndex> ofLanguage = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Tokenizer plain = new Tokenizer(new Vocabulary());

    CountryNames(Vocabulary vocabulary) {
        Map<String, List<CountryName>> readings = new LinkedHashMap<>();
        Set<String> fullNames = new HashSet<>();
        readNames(readings);
        readPlaces(readings);
        readLeaders(readings, fullNames);
        readLookalikes(readings);
        var cldr = new CldrNames();
        CldrNames.EVERYWHERE.forEach(language -> readCldr(readings, cldr.of(language)));
        index = index(vocabulary, vocabulary.newMark(), readings, fullNames);
        int mark = vocabulary.newMark();
        for (String language : CldrNames.LATIN) {
            Map<String, List<CountryName>> names = new LinkedHashMap<>();
            readCldr(names, cldr.of(language));
            ofLanguage.put(language, index(vocabulary, mark, names, Set.of()));
        }
    }

    private PhraseIndex index(
            Vocabulary vocabulary, int mark, Map<String, List<CountryName>> readings, Set<String> fullNames) {
        var builder = PhraseIndex.builder(vocabulary);
        readings.forEach((surface, rows) -> {
            builder.add(entries.size(), surface, Match.EXACT);
            entries.add(new Entry(surface, List.copyOf(rows), capitalsOf(surface), fullNames.contains(surface)));
        });
        return builder.build(mark);
    }

    /** Tells the names in a text of this language, a BCP 47 tag or empty. */
    void find(Tokens tokens, String language, HitSink sink) {
        index.find(tokens, sink);
        var others = ofLanguage.get(language.length() > 2 ? language.substring(0, 2) : language);
        if (others != null) {
            others.find(tokens, sink);
        }
    }

    Entry entry(int id) {
        return entries.get(id);
    }

    private long capitalsOf(String surface) {
        var tokens = plain.cut(surface);
        long capitals = 0;
        for (int i = 0; i < Math.min(tokens.count(), Long.SIZE); i++) {
            capitals |= tokens.capital(i) ? 1L << i : 0;
        }
        return capitals;
    }

    private static void readNames(Map<String, List<CountryName>> readings) {
        for (String line : DataFile.lines(CountryNames.class, "names.tsv")) {
            String[] row = line.split("\t", -1);
            var kind = MentionKind.valueOf(row[1].toUpperCase(Locale.ROOT));
            put(readings, row[2], CountryName.always(row[0], kind, flags(row, 3)));
        }
    }

    private static void readCldr(Map<String, List<CountryName>> readings, Map<String, String> names) {
        names.forEach((name, code) -> readings.putIfAbsent(
                name, new ArrayList<>(List.of(CountryName.always(code, MentionKind.NAME, Set.of())))));
    }

    private static void readPlaces(Map<String, List<CountryName>> readings) {
        for (String line : DataFile.lines(CountryNames.class, "places.tsv")) {
            String[] row = line.split("\t", -1);
            readings.putIfAbsent(
                    row[1], new ArrayList<>(List.of(CountryName.always(row[0], MentionKind.PLACE, Set.of()))));
        }
    }

    private static void readLeaders(Map<String, List<CountryName>> readings, Set<String> fullNames) {
        for (String line : DataFile.lines(CountryNames.class, "leaders.tsv")) {
            String[] row = line.split("\t", -1);
            var to = row.length < 4 || row[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(row[3]);
            var name = new CountryName(row[0], MentionKind.LEADER, flags(row, 4), LocalDate.parse(row[2]), to);
            put(readings, row[1], name);
            fullNames.add(row[1]);
            if (name.has(NameFlag.SURNAME)) {
                put(readings, row[1].substring(row[1].lastIndexOf(' ') + 1), name);
            }
        }
    }

    private static void readLookalikes(Map<String, List<CountryName>> readings) {
        for (String line : DataFile.lines(CountryNames.class, "not-countries.tsv")) {
            String[] row = line.split("\t", -1);
            if (row.length > 1 && !row[1].isEmpty()) {
                put(readings, row[0], CountryName.always(row[1], MentionKind.PLACE, Set.of()));
            } else {
                readings.put(row[0], new ArrayList<>());
            }
        }
    }

    private static void put(Map<String, List<CountryName>> readings, String surface, CountryName name) {
        readings.computeIfAbsent(surface, s -> new ArrayList<>()).add(name);
    }

    private static Set<NameFlag> flags(String[] row, int column) {
        var flags = EnumSet.noneOf(NameFlag.class);
        if (row.length > column && !row[column].isEmpty()) {
            for (String word : row[column].split(" ", -1)) {
                flags.add(NameFlag.of(word));
            }
        }
        return flags;
    }
}

package io.dyadwire.ingest.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first day that a text names in full, as people write it: {@code 14 August 2019}, {@code 14. Aug. 2019},
 * {@code 14 de agosto de 2019}, {@code August 14th, 2019}, {@code 14.08.2019}, {@code 2019/8/14}, {@code 2019年8月14日}.
 * Names of months are those of Unicode CLDR, in the languages below.
 */
final class WrittenDate {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "pl", "nl", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "hr", "sl",
            "ca", "tr", "el", "ru", "uk", "bg", "sr", "lt", "lv", "et", "id", "vi");

    private static final Map<String, Integer> MONTHS = months();

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})(?:[-/.]|年\\s?)(\\d{1,2})(?:[-/.]|月\\s?)(\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<![\\d.])(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4})(?!\\d|\\.\\d)");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:de\\s+)?(\\p{L}{3,12})\\.?,?\\s+(?:del?\\s+)?(\\d{4})(?!\\d)");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");

    private WrittenDate() {}

    /** @param monthFirst how {@code 8/9/2019} is meant where it is written */
    static Optional<LocalDate> first(String text, boolean monthFirst) {
        return Stream.of(
                        find(YEAR_FIRST, text, m -> date(m.group(1), number(m.group(2)), m.group(3))),
                        find(YEAR_LAST, text, m -> numeric(m, monthFirst)),
                        find(DAY_NAME_YEAR, text, m -> date(m.group(3), month(m.group(2)), m.group(1))),
                        find(NAME_DAY_YEAR, text, m -> date(m.group(3), month(m.group(1)), m.group(2))))
                .flatMap(Optional::stream)
                .min((a, b) -> Integer.compare(a.at, b.at))
                .map(Found::day);
    }

    private record Found(int at, LocalDate day) {}

    private interface Reading {
        Optional<LocalDate> of(MatchResult match);
    }

    private static Optional<Found> find(Pattern pattern, String text, Reading reading) {
        return pattern.matcher(text)
                .results()
                .flatMap(match -> reading.of(match).map(day -> new Found(match.start(), day)).stream())
                .findFirst();
    }

    private static Optional<LocalDate> numeric(MatchResult m, boolean monthFirst) {
        int first = number(m.group(1));
        int second = number(m.group(3));
        boolean month = second > 12 || (monthFirst && m.group(2).equals("/") && first <= 12);
        return month ? date(m.group(4), first, m.group(3)) : date(m.group(4), second, m.group(1));
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(number(year), month, number(day));
            return date.getYear() >= 1990 && date.getYear() < 2100 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // 31.02., or a number that is no date
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** 0, which no date has, when it is no month. */
    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                    String name = month.getDisplayName(style, Locale.of(language));
                    months.putIfAbsent(name.toLowerCase(Locale.ROOT).replace(".", ""), month.getValue());
                }
            }
        }
        return months;
    }
}

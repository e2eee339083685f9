package io.dyadwire.ingest.feed;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The months by name, whole and short, in the languages of most newsrooms (CLDR, by ICU4J). A name that means different
 * months in different languages, such as {@code listopad}, means none.
 */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "sl", "hr", "hu", "ro",
            "bg", "ru", "uk", "el", "tr", "id", "ms", "vi", "ca", "lt", "lv", "et", "ar", "fa", "he", "hi");
    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** 1 to 12; English months may be cut anywhere after three letters. */
    static OptionalInt number(String written) {
        String name = plain(written);
        Integer number = NUMBERS.get(name);
        if (number != null) {
            return OptionalInt.of(number);
        }
        for (int month = 0; month < 12 && name.length() >= 3; month++) {
            if (ENGLISH.get(month).startsWith(name)) {
                return OptionalInt.of(month + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String language : LANGUAGES) {
            DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLanguageTag(language + "-u-ca-gregory"));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    add(symbols.getMonths(context, width), numbers, ambiguous);
                }
            }
        }
        numbers.keySet().removeAll(ambiguous);
        for (String month : ENGLISH) {
            numbers.put(month, ENGLISH.indexOf(month) + 1);
            numbers.put(month.substring(0, 3), ENGLISH.indexOf(month) + 1);
        }
        return numbers;
    }

    private static void add(String[] names, Map<String, Integer> numbers, Set<String> ambiguous) {
        for (int month = 0; month < 12; month++) {
            String name = plain(names[month]);
            Integer other = numbers.putIfAbsent(name, month + 1);
            if (other != null && other != month + 1) {
                ambiguous.add(name);
            }
        }
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}

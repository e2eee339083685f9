package io.dyadwire.processor.date;

import io.dyadwire.matcher.text.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days with a name of their own, from holidays.txt. */
final class Holidays {
    private record Holiday(List<Integer> words, String rule, List<Integer> numbers) {}

    /** By the number of the first word; an array, since every word that may begin a date is looked up in it. */
    private final Holiday[][] byFirstWord;

    private final BitSet firstWords = new BitSet();

    Holidays(Vocabulary vocabulary) {
        Map<Integer, List<Holiday>> read = new HashMap<>();
        for (String[] row : Lexicon.read("holidays.txt")) {
            int arguments =
                    switch (row[0]) {
                        case "NTH", "OF" -> 3;
                        case "EASTER", "ELECTION", "FRIDAY" -> 1;
                        default -> 0;
                    };
            boolean calendar = row[0].equals("OF");
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < arguments; i++) {
                numbers.add(calendar && i == 0 ? LunarDates.number(row[1]) : Integer.valueOf(row[1 + i]));
            }
            if (arguments == 0) {
                numbers.add(Integer.valueOf(row[0].substring(0, 2)));
                numbers.add(Integer.valueOf(row[0].substring(3)));
            }
            List<Integer> words = new ArrayList<>();
            for (int i = 1 + arguments; i < row.length; i++) {
                words.add(vocabulary.add(row[i]));
            }
            firstWords.set(words.getFirst());
            read.computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                    .add(new Holiday(words, arguments == 0 ? "DAY" : row[0], numbers));
        }
        byFirstWord = new Holiday[firstWords.length()][];
        read.forEach((word, holidays) -> byFirstWord[word] = holidays.toArray(new Holiday[0]));
    }

    /** The numbers of the words that a holiday's name can begin with. */
    BitSet firstWords() {
        return firstWords;
    }

    /** Whether a holiday's name can begin with this word. */
    boolean begins(Context c, int i) {
        return named(c, i) != null;
    }

    private Holiday @Nullable [] named(Context c, int i) {
        int id = c.words().id(i);
        return id < byFirstWord.length ? byFirstWord[id] : null;
    }

    @Nullable
    Reading read(Context c, int i) {
        Words w = c.words();
        if (!w.inside(i)) {
            return null;
        }
        if (w.is(i, Sort.THE) || w.is(i, Sort.NEXT) || w.is(i, Sort.LAST) || w.is(i, Sort.THIS)) {
            Reading plain = i + 1 < w.count() ? at(c, i + 1, w.sort(i)) : null;
            return plain == null ? null : plain.from(i);
        }
        return at(c, i, Sort.NONE);
    }

    private @Nullable Reading at(Context c, int i, Sort modifier) {
        Holiday[] holidays = named(c, i);
        if (holidays == null) {
            return null;
        }
        Holiday longest = null;
        for (Holiday holiday : holidays) {
            if (matches(c.words(), i, holiday.words)
                    && (longest == null || longest.words.size() < holiday.words.size())) {
                longest = holiday;
            }
        }
        return longest == null ? null : reading(c, longest, i, modifier);
    }

    private static boolean matches(Words w, int i, List<Integer> words) {
        for (int k = 0; k < words.size(); k++) {
            if (!w.inside(i + k) || w.id(i + k) != words.get(k)) {
                return false;
            }
        }
        return true;
    }

    private static Reading reading(Context c, Holiday holiday, int i, Sort modifier) {
        Words w = c.words();
        int last = i + holiday.words.size() - 1;
        int y = w.is(last + 1, Sort.OF) || w.is(last + 1, Sort.IN) ? last + 2 : last + 1;
        if (Years.isYear(w, y) && w.near(y)) {
            return Reading.of(i, y, Point.day(in(holiday, w.value(y))));
        }
        if (w.is(y + 1, Sort.UNIT) && Unit.of(w.value(y + 1)) == Unit.YEAR) {
            int shift =
                    switch (w.sort(y)) {
                        case THIS -> 0;
                        case NEXT -> 1;
                        case LAST -> -1;
                        default -> 99;
                    };
            if (shift != 99) {
                return Reading.of(i, y + 1, Point.day(in(holiday, c.today().getYear() + shift)));
            }
        }
        LocalDate today = c.today();
        int year = today.getYear();
        LocalDate here = in(holiday, year);
        LocalDate day;
        if (modifier == Sort.NEXT) {
            day = here.isAfter(today) ? here : in(holiday, year + 1);
        } else if (modifier == Sort.LAST) {
            day = here.isBefore(today) ? here : in(holiday, year - 1);
        } else {
            day = in(holiday, c.yearOf(here.getMonthValue(), here.getDayOfMonth(), i, last));
        }
        return Reading.of(i, last, Point.day(day));
    }

    private static LocalDate in(Holiday holiday, int year) {
        List<Integer> n = holiday.numbers;
        return switch (holiday.rule) {
            case "NTH" -> Dates.nth(year, n.get(0), n.get(1), n.get(2));
            case "OF" -> LunarDates.in(year, n.get(0), n.get(1), n.get(2));
            case "EASTER" -> Dates.easter(year).plusDays(n.get(0));
            case "ELECTION" -> Dates.nth(year, 11, 1, 1).plusDays(1);
            case "FRIDAY" -> Dates.nth(year, 11, 4, 4).plusDays(1);
            default -> LocalDate.of(year, n.get(0), n.get(1));
        };
    }
}

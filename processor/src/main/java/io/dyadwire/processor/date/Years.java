package io.dyadwire.processor.date;

import io.dyadwire.contract.tag.DateKind;
import org.jspecify.annotations.Nullable;

/** Years, decades and centuries. A number of four digits is a year only where something around it says so. */
final class Years {
    private Years() {}

    static @Nullable Reading read(Context c, int i) {
        Words w = c.words();
        return switch (w.sort(i)) {
            case THE -> i + 1 < w.count() ? decadeOrCentury(c, i + 1, i) : null;
            case YEARS, ORDINAL, NTH -> decadeOrCentury(c, i, i);
            case FISCAL -> fiscal(c, i);
            case DIGITS -> plain(c, i);
            default -> null;
        };
    }

    private static @Nullable Reading decadeOrCentury(Context c, int i, int first) {
        Words w = c.words();
        if (w.is(i, Sort.YEARS)) {
            int year = w.length(i) == 3 ? 1900 + w.value(i) : w.value(i);
            boolean plausible = (w.length(i) == 5 && year >= 1000 && year < 2100)
                    || (w.length(i) == 3 && year % 10 == 0 && (first < i || w.before(i) == '\'' || w.before(i) == '’'));
            return plausible && year % 10 == 0
                    ? Reading.of(
                            first,
                            i,
                            Point.containing(Unit.DECADE, Point.year(year).first()))
                    : null;
        }
        boolean century =
                (w.is(i, Sort.ORDINAL) || w.is(i, Sort.NTH)) && w.is(i + 1, Sort.UNIT) && w.value(i + 1) == 11;
        if (!century || w.value(i) < 1) {
            return null;
        }
        boolean ancient = w.is(i + 2, Sort.ERA) && w.value(i + 2) == 0;
        String digits = String.format("%02d", w.value(i) - 1);
        return Reading.of(first, ancient ? i + 2 : i + 1, ancient ? "BC" + digits : digits, DateKind.DATE);
    }

    /** "fiscal 2020", "fiscal year 2019". */
    private static @Nullable Reading fiscal(Context c, int i) {
        Words w = c.words();
        int year = w.is(i + 1, Sort.UNIT) && w.value(i + 1) == 9 ? i + 2 : i + 1;
        return isYear(w, year) && w.follows(year)
                ? Reading.of(i, withShortEnd(w, year), Point.year(w.value(year)))
                : null;
    }

    /** Whether this word is a number that could be a year: four digits, 1000 to 2199, no part of a larger number. */
    static boolean isYear(Words w, int i) {
        if (!w.is(i, Sort.DIGITS) || w.length(i) != 4 || w.value(i) < 1000 || w.value(i) >= 2200) {
            return false;
        }
        char before = w.before(i);
        boolean tiedBefore =
                i > 0 && w.start(i) == w.end(i - 1) + 1 && (before == ',' || before == '.' || before == ':');
        return !tiedBefore
                && before != '$'
                && before != '#'
                && before != '€'
                && before != '£'
                && !w.joined(i + 1, '.')
                && !w.joined(i + 1, ':')
                && !(w.joined(i + 1, ',') && w.is(i + 1, Sort.DIGITS));
    }

    /** The 20 of "2019-20" behind a year, when it is the next one; else the year itself. */
    static int withShortEnd(Words w, int year) {
        boolean tied = w.joined(year + 1, '-') || w.joined(year + 1, '/') || w.joined(year + 1, '–');
        boolean next = w.length(year + 1) == 2 && w.value(year + 1) == (w.value(year) + 1) % 100;
        return tied && next && w.is(year + 1, Sort.DIGITS) ? year + 1 : year;
    }

    private static @Nullable Reading plain(Context c, int i) {
        Words w = c.words();
        if (w.is(i + 1, Sort.ERA) && w.length(i) <= 4) {
            return w.value(i + 1) == 0
                    ? Reading.of(i, i + 1, "BC" + String.format("%04d", w.value(i)), DateKind.DATE)
                    : w.value(i) > 0 ? Reading.of(i, i + 1, Point.year(w.value(i))) : null;
        }
        if (chained(w, i)) {
            return null;
        }
        if (w.length(i) == 2 && (w.before(i) == '\'' || w.before(i) == '’')) {
            return shortened(c, i);
        }
        if (w.length(i) == 2 && w.joined(i, '-') && isYear(w, i - 1) && w.value(i) > w.value(i - 1) % 100) {
            return names(w, i) || c.lastRead() != i - 1
                    ? null
                    : Reading.of(i, i, Point.year(w.value(i - 1) / 100 * 100 + w.value(i)));
        }
        return isYear(w, i) && supported(c, i) ? Reading.of(i, i, Point.year(w.value(i))) : null;
    }

    /** "in '87", "the summer of '42". */
    private static @Nullable Reading shortened(Context c, int i) {
        Words w = c.words();
        boolean led =
                switch (w.sort(i - 1)) {
                    case IN, OF, SINCE, UNTIL, BY, DURING, FROM, EDGE, SEASON -> true;
                    default -> false;
                };
        boolean alone = !w.follows(i + 1) || w.sort(i + 1) != Sort.NOUN;
        return led && alone
                ? Reading.of(
                        i,
                        i,
                        Point.year(Dates.fullYear(w.value(i), c.published().getYear())))
                : null;
    }

    /** Whether the year only names a thing: "the 2018-19 season", "the 2019 Formula One season", "a 2015 model". */
    private static boolean names(Words w, int i) {
        int k = withShortEnd(w, i) + 1;
        for (int end = k + 4; k < end && w.follows(k); k++) {
            if (w.is(k, Sort.SERIES)) {
                return true;
            }
            boolean goesOn = w.sort(k) == Sort.NONE || w.is(k, Sort.NUMBER) || w.is(k, Sort.DIGITS);
            if (!goesOn) {
                return false;
            }
        }
        return false;
    }

    /** "2015-32" as a sentence: a number, whatever it counts. */
    private static boolean isWholeSentence(Words w, int i) {
        boolean pair = w.is(i + 1, Sort.DIGITS)
                && w.length(i + 1) == 2
                && (w.before(i + 1) == '-' || w.before(i + 1) == '–')
                && !w.together(i + 1, i + 2);
        return pair && w.sentenceStart(i);
    }

    /** Three numbers or more tied by hyphens are a telephone number or a code. */
    private static boolean chained(Words w, int i) {
        int first = i;
        while (w.is(first - 1, Sort.DIGITS) && w.joined(first, '-')) {
            first--;
        }
        int last = i;
        while (w.is(last + 1, Sort.DIGITS) && w.joined(last + 1, '-')) {
            last++;
        }
        return last - first >= 2;
    }

    private static boolean supported(Context c, int i) {
        Words w = c.words();
        if (names(w, i) || isWholeSentence(w, i)) {
            return false;
        }
        if (w.follows(i + 1)
                && (w.is(i + 1, Sort.NOUN)
                        || w.is(i + 1, Sort.UNIT)
                        || w.is(i + 1, Sort.OLD)
                        || w.is(i + 1, Sort.HALF))) {
            return false;
        }
        boolean modern = w.value(i) >= (c.history() ? 1400 : 1900)
                && w.value(i) <= c.published().getYear() + 40;
        return switch (w.sort(i - 1)) {
            case IN, SINCE, UNTIL, BY, DURING, EDGE, LIMIT, SEASON, FISCAL -> w.value(i) >= 1400;
            case OF, FROM, BEFORE, AFTER, THROUGH, BETWEEN, AROUND, FOR ->
                w.value(i) >= 1400 && (modern || c.history());
            case TO, AND, OR, DIGITS, ERA -> (modern && (c.history() || nearYear(w, i))) || joinedToYear(w, i);
            case THE, A -> modern && w.follows(i);
            case NONE -> (modern && unnamed(w, i)) || (modern && (w.before(i) == '(' || joinedToYear(w, i)));
            case MONTH, WEEKDAY, NUMBER, FEW -> false;
            default -> modern;
        };
    }

    private static boolean joinedToYear(Words w, int i) {
        return i > 0 && isYear(w, i - 1) && (w.before(i) == '-' || w.before(i) == '–' || w.before(i) == '—');
    }

    private static boolean nearYear(Words w, int i) {
        for (int k = i - 2; k >= i - 4 && k >= 0; k--) {
            if (isYear(w, k)) {
                return true;
            }
        }
        return false;
    }

    /** A capital before it makes it part of a name: Boeing 1987. A lower-case word or a sentence start does not. */
    private static boolean unnamed(Words w, int i) {
        return w.sentenceStart(i) || (!w.follows(i) && w.before(i) != '-') || (w.follows(i) && !w.capital(i - 1));
    }
}

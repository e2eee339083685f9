package io.dyadwire.processor.date;

import org.jspecify.annotations.Nullable;

/**
 * How many: "3", "twenty-one", "two and a half", "a", "several" (vague).
 *
 * @param last index of its last word
 */
record Amount(int last, double number, boolean vague) {

    /** The amount that begins at this word, or null. */
    static @Nullable Amount at(Words words, int i) {
        return switch (words.sort(i)) {
            case DIGITS -> digits(words, i);
            case NUMBER -> halved(words, spelled(words, i));
            case HALF -> words.is(i + 1, Sort.A) ? new Amount(i + 1, 0.5, false) : null;
            case FEW -> new Amount(words.is(i + 1, Sort.OF) ? i + 1 : i, 0, true);
            case A -> article(words, i);
            default -> null;
        };
    }

    private static @Nullable Amount digits(Words words, int i) {
        char before = words.before(i);
        if (words.length(i) > 4 || before == '$' || before == '€' || before == '£' || before == '#') {
            return null;
        }
        if (words.joined(i, ',')
                || words.joined(i, '.')
                || (words.joined(i + 1, ',') && words.is(i + 1, Sort.DIGITS))) {
            return null;
        }
        if (words.joined(i + 1, '.') && words.is(i + 1, Sort.DIGITS)) {
            double tenths = words.value(i + 1) / Math.pow(10, words.length(i + 1));
            return words.length(i + 1) > 2 ? null : new Amount(i + 1, words.value(i) + tenths, false);
        }
        return halved(words, new Amount(i, words.value(i), false));
    }

    private static @Nullable Amount article(Words words, int i) {
        if (words.is(i + 1, Sort.FEW)) {
            return new Amount(words.is(i + 2, Sort.OF) ? i + 2 : i + 1, 0, true);
        }
        if (words.is(i + 1, Sort.HALF)) {
            return new Amount(i + 1, 0.5, false);
        }
        if (words.is(i + 1, Sort.NUMBER) && words.value(i + 1) == 100) {
            return new Amount(i + 1, 100, false);
        }
        return new Amount(i, 1, false);
    }

    private static Amount spelled(Words words, int i) {
        int total = words.value(i);
        int last = i;
        if (total >= 20 && total < 100 && words.is(i + 1, Sort.NUMBER) && words.value(i + 1) < 10) {
            total += words.value(++last);
        } else if (total < 20 && words.is(i + 1, Sort.NUMBER) && words.value(i + 1) == 100) {
            total *= 100;
            last++;
        }
        return new Amount(last, total, false);
    }

    private static Amount halved(Words words, Amount whole) {
        int i = whole.last;
        boolean half = words.is(i + 1, Sort.AND) && words.is(i + 2, Sort.A) && words.is(i + 3, Sort.HALF);
        return half ? new Amount(i + 3, whole.number + 0.5, false) : whole;
    }
}

package io.dyadwire.processor.date;

import io.dyadwire.matcher.text.Tokens;
import java.util.Arrays;

/**
 * A text as the date grammar sees it: each token with its {@link Sort}, tokens with digits cut into their numbers
 * ({@code 2019-08-24} is three words). Indexes outside the text are allowed and give {@link Sort#NONE}.
 */
final class Words {
    private final Tokens tokens;
    private final CharSequence source;
    private int count;
    private int[] start;
    private int[] end;
    private Sort[] sort;
    private int[] value;
    private int[] token;

    Words(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        source = tokens.source();
        int room = tokens.count() + 16;
        start = new int[room];
        end = new int[room];
        sort = new Sort[room];
        value = new int[room];
        token = new int[room];
        for (int i = 0; i < tokens.count(); i++) {
            int from = tokens.start(i);
            int to = tokens.end(i);
            int id = tokens.exact(i);
            if (lexicon.sort(id) != Sort.NONE) {
                add(i, from, to, lexicon.sort(id), lexicon.value(id));
            } else if (from < to && (isDigit(source.charAt(from)) || tokens.number(i))) {
                addNumbers(i, from, to);
            } else {
                add(i, from, to, Sort.NONE, 0);
            }
        }
    }

    private void addNumbers(int i, int from, int to) {
        int at = from;
        while (at < to) {
            int stop = at;
            while (stop < to && isDigit(source.charAt(stop))) {
                stop++;
            }
            if (stop == at) {
                while (stop < to && !isDigit(source.charAt(stop)) && Character.isLetter(source.charAt(stop))) {
                    stop++;
                }
                if (stop == at) {
                    at++;
                    continue;
                }
                add(i, at, stop, suffix(at, stop), 0);
            } else {
                int letters = stop;
                while (letters < to && Character.isLetter(source.charAt(letters))) {
                    letters++;
                }
                Sort kind = letters == stop ? Sort.DIGITS : numberWith(stop, letters);
                boolean whole = kind == Sort.NTH || kind == Sort.YEARS;
                add(i, at, whole ? letters : stop, kind, stop - at > 8 ? Integer.MAX_VALUE : parse(at, stop));
                stop = whole ? letters : stop;
            }
            at = stop;
        }
    }

    private Sort numberWith(int from, int to) {
        if (to - from == 1 && source.charAt(from) == 's') {
            return Sort.YEARS;
        }
        if (to - from == 2) {
            String letters = source.subSequence(from, to).toString();
            return switch (letters) {
                case "st", "nd", "rd", "th" -> Sort.NTH;
                default -> isPartOfName(from, to) ? Sort.NONE : Sort.DIGITS;
            };
        }
        return isPartOfName(from, to) ? Sort.NONE : Sort.DIGITS;
    }

    /** The "4C" of a rocket, the "5bn" of a price: no number that a date could have, as "5pm" and "12min" are. */
    private boolean isPartOfName(int from, int to) {
        boolean meridiem =
                to - from == 2 && (source.charAt(to - 1) | 0x20) == 'm' && "apAP".indexOf(source.charAt(from)) >= 0;
        boolean unit = to - from == 1 && "hdmy".indexOf(source.charAt(from)) >= 0;
        boolean mixed = to < source.length() && isDigit(source.charAt(to));
        return mixed || (to - from <= 2 && !meridiem && !unit);
    }

    private Sort suffix(int from, int to) {
        if (to - from == 2) {
            char second = source.charAt(to - 1);
            if (second == 'm' || second == 'M') {
                return Sort.AM;
            }
        }
        return Sort.NONE;
    }

    private int parse(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + source.charAt(i) - '0';
        }
        return number;
    }

    private void add(int ofToken, int from, int to, Sort ofSort, int ofValue) {
        if (count == start.length) {
            int room = count * 2;
            start = Arrays.copyOf(start, room);
            end = Arrays.copyOf(end, room);
            sort = Arrays.copyOf(sort, room);
            value = Arrays.copyOf(value, room);
            token = Arrays.copyOf(token, room);
        }
        start[count] = from;
        end[count] = to;
        sort[count] = ofSort;
        value[count] = ofSort == Sort.AM && ofValue == 0 && (source.charAt(from) | 0x20) == 'p' ? 12 : ofValue;
        token[count++] = ofToken;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int count() {
        return count;
    }

    Sort sort(int i) {
        return i < 0 || i >= count ? Sort.NONE : sort[i];
    }

    boolean is(int i, Sort wanted) {
        return i >= 0 && i < count && sort[i] == wanted;
    }

    int value(int i) {
        return i < 0 || i >= count ? 0 : value[i];
    }

    int start(int i) {
        return start[i];
    }

    int end(int i) {
        return end[i];
    }

    int token(int i) {
        return token[i];
    }

    /** The number of its token in the vocabulary; 0 when nobody asked for it. */
    int id(int i) {
        return inside(i) ? tokens.exact(token[i]) : 0;
    }

    int length(int i) {
        return i < 0 || i >= count ? 0 : end[i] - start[i];
    }

    boolean capital(int i) {
        return i >= 0 && i < count && Character.isUpperCase(source.charAt(start[i]));
    }

    /** A capital behind a capital, and no headline: "USA TODAY 4", "Florida Today)". */
    boolean named(int i) {
        return capital(i) && !sentenceStart(i) && capital(i - 1) && follows(i) && !(capital(i + 1) && follows(i + 1));
    }

    boolean inside(int i) {
        return i >= 0 && i < count;
    }

    /** Whether both words stand in one sentence; false when one is outside the text. */
    boolean together(int i, int j) {
        return inside(i) && inside(j) && tokens.sentenceOf(token[i]) == tokens.sentenceOf(token[j]);
    }

    boolean sentenceStart(int i) {
        return i == 0 || !together(i - 1, i);
    }

    /** The last character that is not blank between this word and the one before, a possessive 's aside; 0 when there is none. */
    char before(int i) {
        if (i < 0 || i > count) {
            return 0;
        }
        int from = i == 0 ? 0 : end[i - 1];
        int at = i == count ? source.length() : start[i];
        if (at - from >= 2
                && (source.charAt(from) == '\'' || source.charAt(from) == '’')
                && (source.charAt(from + 1) | 0x20) == 's') {
            from += 2;
        }
        while (at > from) {
            char c = source.charAt(--at);
            if (!Character.isWhitespace(c)) {
                return c;
            }
        }
        return 0;
    }

    /** Whether nothing but blanks stands between this word and the one before. */
    boolean follows(int i) {
        return i > 0 && i < count && before(i) == 0;
    }

    /** Whether nothing at all, or only this character, stands between this word and the one before. */
    boolean joined(int i, char by) {
        return i > 0 && i < count && start[i] == end[i - 1] + 1 && source.charAt(end[i - 1]) == by;
    }

    /** As {@link #follows}, or with a full stop after an abbreviation, or a comma. */
    boolean near(int i) {
        char c = before(i);
        return i > 0 && i < count && (c == 0 || c == ',' || (c == '.' && end[i - 1] - start[i - 1] <= 4));
    }

    String text(int from, int to) {
        return source.subSequence(start[from], end[to]).toString();
    }

    /** Whether the word stands in the text exactly so. */
    boolean reads(int i, String surface) {
        return inside(i)
                && end[i] - start[i] == surface.length()
                && surface.contentEquals(source.subSequence(start[i], end[i]));
    }

    /** "biggest", "worst", "most". */
    boolean superlative(int i) {
        int e = end[i];
        boolean est = e - start[i] > 4
                && source.charAt(e - 1) == 't'
                && source.charAt(e - 2) == 's'
                && source.charAt(e - 3) == 'e';
        return (est && !capital(i)) || reads(i, "most") || reads(i, "worst") || reads(i, "only") || reads(i, "least");
    }

    CharSequence source() {
        return source;
    }

    /** Whether the word ends as a regular past form does. */
    boolean endsInEd(int i) {
        int e = end[i];
        return e - start[i] > 3 && source.charAt(e - 1) == 'd' && source.charAt(e - 2) == 'e';
    }
}

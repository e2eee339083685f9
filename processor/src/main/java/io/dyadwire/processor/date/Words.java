package io.dyadwire.processor.date;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.Arrays;

/**
 * A text as the date grammar sees it: each token with its {@link Sort}, tokens with digits cut into their numbers
 * ({@code 2019-08-24} is three words). Indexes outside the text are allowed and give {@link Sort#NONE}. One thread reads
 * one text after the other with it, so that a text costs no memory of its own.
 */
final class Words {
    /** A text of more words gets arrays of its own, so that one long article does not keep its memory. */
    private static final int KEPT = 20_000;

    private static final Tokens NO_TEXT = Tokenizer.cutAndAdd("", new Vocabulary());

    private final Lexicon lexicon;
    private Tokens tokens = NO_TEXT;
    private String source = "";
    private int count;
    private int[] start = new int[0];
    private int[] end = new int[0];
    private Sort[] sort = new Sort[0];
    private int[] value = new int[0];
    private int[] token = new int[0];
    private int[] starters = new int[0];
    private int starterCount;
    private int longNumbers;

    Words(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Reads the next text; what was asked of the one before is over. */
    void read(Tokens next) {
        tokens = next;
        source = next.source();
        count = 0;
        starterCount = 0;
        longNumbers = 0;
        if (start.length < next.count() || start.length > KEPT) {
            makeRoom(next.count() + 64);
        }
        for (int i = 0; i < next.count(); i++) {
            int id = next.exact(i);
            Sort known = lexicon.sort(id);
            if (known != Sort.NONE) {
                add(i, next.start(i), next.end(i), known, lexicon.value(id), lexicon.begins(id));
            } else if (next.number(i)) {
                addNumbers(i, next.start(i), next.end(i));
            } else {
                add(i, next.start(i), next.end(i), Sort.NONE, 0, lexicon.begins(id));
            }
        }
    }

    private void makeRoom(int room) {
        start = Arrays.copyOf(start, room);
        end = Arrays.copyOf(end, room);
        sort = Arrays.copyOf(sort, room);
        value = Arrays.copyOf(value, room);
        token = Arrays.copyOf(token, room);
        starters = Arrays.copyOf(starters, room);
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
                add(i, at, stop, suffix(at, stop), 0, false);
            } else {
                int letters = stop;
                while (letters < to && Character.isLetter(source.charAt(letters))) {
                    letters++;
                }
                Sort kind = letters == stop ? Sort.DIGITS : numberWith(stop, letters);
                boolean whole = kind == Sort.NTH || kind == Sort.YEARS;
                int number = stop - at > 8 ? Integer.MAX_VALUE : parse(at, stop);
                longNumbers += stop - at == 4 ? 1 : 0;
                add(i, at, whole ? letters : stop, kind, number, kind.begins());
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
            boolean nth = source.startsWith("th", from)
                    || source.startsWith("st", from)
                    || source.startsWith("nd", from)
                    || source.startsWith("rd", from);
            return nth ? Sort.NTH : isPartOfName(from, to) ? Sort.NONE : Sort.DIGITS;
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

    private void add(int ofToken, int from, int to, Sort ofSort, int ofValue, boolean begins) {
        if (count == start.length) {
            makeRoom(count * 2 + 64);
        }
        if (begins) {
            starters[starterCount++] = count;
        }
        start[count] = from;
        end[count] = to;
        sort[count] = ofSort;
        value[count] = ofSort == Sort.AM && ofValue == 0 && (source.charAt(from) | 0x20) == 'p' ? 12 : ofValue;
        token[count++] = ofToken;
    }

    /** How many of the words a time expression can begin with. */
    int starters() {
        return starterCount;
    }

    /** How many numbers have four digits, as years have. */
    int longNumbers() {
        return longNumbers;
    }

    /** The index of the n-th of them. */
    int starter(int n) {
        return starters[n];
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
        if (at - from >= 2 && possessive(i - 1)) {
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

    /** Whether the word has a possessive 's. */
    boolean possessive(int i) {
        int at = inside(i) ? end[i] : source.length();
        return at + 1 < source.length()
                && (source.charAt(at) == '\'' || source.charAt(at) == '’')
                && (source.charAt(at + 1) | 0x20) == 's';
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

    /** Where the last word ends, after its bracket when one was opened since the first: "Aug. 24 (Sat)". */
    int endWithBracket(int first, int last) {
        int to = end[last];
        boolean closes = to < source.length() && source.charAt(to) == ')';
        return closes && source.indexOf('(', start[first], to) >= 0 ? to + 1 : to;
    }

    /** Whether the word stands in the text exactly so. */
    boolean reads(int i, String surface) {
        return inside(i) && end[i] - start[i] == surface.length() && source.startsWith(surface, start[i]);
    }

    /** As it stands in the text; empty outside it. */
    String text(int i) {
        return inside(i) ? source.substring(start[i], end[i]) : "";
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

    String source() {
        return source;
    }

    boolean plural(int i) {
        return source.charAt(end[i] - 1) == 's';
    }

    boolean endsInLy(int i) {
        return inside(i) && end[i] - start[i] > 4 && source.startsWith("ly", end[i] - 2);
    }

    /** Whether the word ends as a regular past form does. */
    boolean endsInEd(int i) {
        int e = end[i];
        return e - start[i] > 3 && source.charAt(e - 1) == 'd' && source.charAt(e - 2) == 'e';
    }
}

package io.dyadwire.processor.date;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a language with marked dates. A line of its file: {@code WEEKDAY 1 月曜日 月曜}; {@code _} is a blank. */
final class MarkedWords {
    record Word(Mark mark, int number, String text) {}

    private final Map<Character, Word[]> byFirst = new HashMap<>();
    private final BitSet firsts = new BitSet();

    MarkedWords(List<String> lines) {
        List<Word> all = new ArrayList<>();
        for (String line : lines) {
            String[] row = line.split(" ", -1);
            Mark mark = Mark.valueOf(row[0].toUpperCase(Locale.ROOT));
            boolean numbered = row[1].matches("-?[0-9]+");
            int number = numbered ? Integer.parseInt(row[1]) : 0;
            Arrays.stream(row, numbered ? 2 : 1, row.length)
                    .forEach(text -> all.add(new Word(mark, number, text.replace('_', ' '))));
        }
        all.sort(Comparator.comparingInt(word -> -word.text().length()));
        for (Word word : all) {
            char first = word.text().charAt(0);
            firsts.set(first);
            byFirst.merge(first, new Word[] {word}, MarkedWords::joined);
        }
    }

    private static Word[] joined(Word[] one, Word[] other) {
        Word[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** Whether a date can begin at this place: a digit or the first character of a word, and no word of letters goes on. */
    boolean mayBegin(String text, int i) {
        char c = text.charAt(i);
        return digit(c) >= 0 ? i == 0 || !inNumber(text.charAt(i - 1)) : firsts.get(c) && begins(text, i);
    }

    /** Korean parts words by blanks, so that 나오는 holds no 오는; Japanese does not. In 第2日曜日 the number counts. */
    private static boolean begins(String text, int i) {
        return i == 0 || (digit(text.charAt(i - 1)) < 0 && (!hangul(text.charAt(i)) || !hangul(text.charAt(i - 1))));
    }

    private static boolean hangul(char c) {
        return c >= '\uAC00' && c <= '\uD7A3';
    }

    private static boolean inNumber(char c) {
        return digit(c) >= 0
                || c == '.'
                || c == ','
                || c == '第'
                || c == '제'
                || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }

    /** 0 to 9 for a digit, of full width too; else -1. */
    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    /** The longest word that stands here; null when there is none. */
    @Nullable
    Word at(String text, int i) {
        Word[] words = i < text.length() ? byFirst.get(text.charAt(i)) : null;
        if (words != null) {
            for (Word word : words) {
                if (text.startsWith(word.text(), i)) {
                    return word;
                }
            }
        }
        return null;
    }

    /** Whether a word of this sort stands here, and its length; 0 when it does not. */
    int length(String text, int i, Mark mark) {
        Word[] words = i < text.length() ? byFirst.get(text.charAt(i)) : null;
        if (words != null) {
            for (Word word : words) {
                if (word.mark() == mark && text.startsWith(word.text(), i)) {
                    return word.text().length();
                }
            }
        }
        return 0;
    }
}

package io.dyadwire.processor.deadline;

import io.dyadwire.matcher.text.Tokens;
import java.util.List;
import java.util.Locale;

/**
 * What hangs on a date, as the words of the text that say it.
 *
 * @param words indexes of the tokens, in the order they are told
 * @param whole the same before it was cut to what a reader is told
 */
record Phrase(Clause clause, List<Integer> words, List<Integer> whole) {
    Phrase {
        words = List.copyOf(words);
        whole = List.copyOf(whole);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** How many words a reader sees; "on whether to extend" and "decide whether to extend" are told as "on extending". */
    static int count(Clause c, List<Integer> words) {
        int count = 0;
        for (int k = 0; k < words.size(); k++) {
            boolean tied = k > 0 && tied(c.tokens(), words.get(k - 1), words.get(k));
            count += tied ? 0 : 1;
            count -= whetherTo(c, words, k) ? (c.is(words.get(k - 1), Cue.ON) ? 2 : 1) : 0;
        }
        return count;
    }

    /** The words as one line. */
    String line() {
        Tokens t = clause.tokens();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < words.size(); k++) {
            int i = words.get(k);
            boolean gerund = whetherTo(clause, words, k);
            k += gerund ? 2 : 0;
            int before = k == 0 ? -1 : words.get(k - (gerund ? 3 : 1));
            line.append(k == 0 ? "" : gap(t, before, i));
            line.append(gerund && !clause.is(before, Cue.ON) ? "on " : "");
            line.append(gerund ? gerund(t.text(words.get(k))) : word(i));
        }
        return line.toString();
    }

    private String word(int i) {
        Tokens t = clause.tokens();
        if (clause.cues().of(t.exact(i)) == Cue.WILL) {
            return "to";
        }
        int from = t.start(i);
        int to = t.end(i);
        String source = t.source();
        boolean money = from > 0 && "$€£¥".indexOf(source.charAt(from - 1)) >= 0;
        boolean percent = to < source.length() && source.charAt(to) == '%';
        return (money ? source.substring(from - 1, from) : "") + source.substring(from, to) + (percent ? "%" : "");
    }

    /** What stands between two words: a blank, what ties them in the text, a possessive, or the comma of a list. */
    private String gap(Tokens t, int one, int other) {
        String source = t.source();
        int from = t.end(one);
        boolean possessive = from + 1 < source.length()
                && (source.charAt(from) == '\'' || source.charAt(from) == '’')
                && (source.charAt(from + 1) | 0x20) == 's';
        if (possessive) {
            return "'s ";
        }
        if (tied(t, one, other)) {
            return source.substring(from, t.start(other));
        }
        boolean plural = from < source.length()
                && source.charAt(from) == '\''
                && t.text(one).endsWith("s");
        boolean list =
                other == one + 1 && t.before(other) == ',' && clause.cues().of(t.exact(other)) != Cue.DUE;
        return plural && other == one + 1 ? "' " : list ? ", " : " ";
    }

    private static boolean tied(Tokens t, int one, int other) {
        if (other != one + 1) {
            return false;
        }
        for (int k = t.end(one); k < t.start(other); k++) {
            char c = t.source().charAt(k);
            if (c != '-' && c != '/' && c != '.' && c != '&' && c != '‑') {
                return false;
            }
        }
        return t.end(one) < t.start(other);
    }

    private static boolean whetherTo(Clause c, List<Integer> words, int k) {
        return k > 0
                && k + 2 < words.size()
                && c.reads(words.get(k), "whether")
                && c.is(words.get(k + 1), Cue.TO)
                && (c.is(words.get(k - 1), Cue.ON) || c.text(words.get(k - 1)).startsWith("decid"));
    }

    private static String gerund(String verb) {
        String base = verb.toLowerCase(Locale.ROOT);
        int n = base.length();
        if (base.endsWith("ie")) {
            return base.substring(0, n - 2) + "ying";
        }
        boolean dropsE =
                n > 2 && base.endsWith("e") && !base.endsWith("ee") && !base.endsWith("ye") && !base.endsWith("oe");
        return (dropsE ? base.substring(0, n - 1) : base) + "ing";
    }
}

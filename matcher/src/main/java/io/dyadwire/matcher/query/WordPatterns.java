package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words with {@code *} or {@code ~} of all queries, and which of them a word of a text fits. Beginnings are looked up
 * by length. Words with letters that may differ are looked through by length too: nearly all are done with by comparing which
 * letters they have at all. What was found of a word is remembered for the next text.
 *
 * <p>Written under the lock of its index and read under it; each reading thread has a {@link Memo}.
 */
final class WordPatterns {
    private static final int[] NONE = {};

    /** Once added, a pattern stays: queries that are gone do not ask for it, and most come again. */
    private final Map<String, Integer> prefixes = new HashMap<>();

    private final BitSet prefixLengths = new BitSet();

    /** By {@link #beginning}: whether a prefix may begin so. Most words need not be looked at further. */
    private final BitSet beginnings = new BitSet();

    /** By the length of the word, those that may differ from it. */
    private final List<Set<Fuzzy>> fuzzyByLength = new ArrayList<>();

    private int version;

    /** {@code letters}: see {@link #letters}. */
    private record Fuzzy(String word, int edits, int id, int letters) {
        /** Each edit takes at most one letter out of a word and puts one in; this lets few through that are not near. */
        boolean mayBe(int otherLetters) {
            return Integer.bitCount(letters ^ otherLetters) <= 2 * edits;
        }
    }

    boolean isEmpty() {
        return version == 0;
    }

    void add(QueryCompiler.Pattern pattern) {
        if (pattern.edits() == 0) {
            addPrefix(pattern.word(), pattern.id());
        } else {
            addFuzzy(pattern.word(), pattern.edits(), pattern.id());
        }
    }

    /** {@code prefix}: of three letters at least, as the parser sees to. */
    private void addPrefix(String prefix, int id) {
        if (prefixes.putIfAbsent(prefix, id) == null) {
            prefixLengths.set(prefix.length());
            beginnings.set(beginning(prefix.charAt(0), prefix.charAt(1)));
            version++;
        }
    }

    private void addFuzzy(String word, int edits, int id) {
        Fuzzy fuzzy = new Fuzzy(word, edits, id, letters(word));
        boolean isNew = false;
        for (int length = Math.max(0, word.length() - edits); length <= word.length() + edits; length++) {
            while (fuzzyByLength.size() <= length) {
                fuzzyByLength.add(new LinkedHashSet<>());
            }
            isNew |= fuzzyByLength.get(length).add(fuzzy);
        }
        version += isNew ? 1 : 0;
    }

    /** Which letters a word has, a bit each; letters beyond a to z share those bits. */
    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << word.charAt(i);
        }
        return letters;
    }

    /** The ids of the patterns that this word of a text fits. */
    int[] matching(Tokens words, int i, Memo memo) {
        if (version == 0 || !mayFit(words.source(), words.start(i), words.end(i))) {
            return NONE;
        }
        memo.forget(version);
        int slot = memo.slot(words, i);
        if (!memo.holds(slot, words, i)) {
            memo.keep(slot, words.text(i), find(Tokenizer.folded(words.text(i))));
        }
        return memo.found(slot);
    }

    private boolean mayFit(String text, int from, int to) {
        char first = text.charAt(from);
        char second = to - from > 1 ? text.charAt(from + 1) : 0;
        boolean ascii = first < 0x80 && second < 0x80; // others may be written in several ways
        return !ascii || !fuzzyByLength.isEmpty() || beginnings.get(beginning(first, second));
    }

    /** Of two characters, five bits each: the same for small and capital letters. */
    private static int beginning(char first, char second) {
        return ((first & 31) << 5) | (second & 31);
    }

    private int[] find(String word) {
        Set<Integer> found = new HashSet<>();
        for (int n = prefixLengths.nextSetBit(0); n >= 0 && n <= word.length(); n = prefixLengths.nextSetBit(n + 1)) {
            Integer id = prefixes.get(word.substring(0, n));
            if (id != null) {
                found.add(id);
            }
        }
        if (word.length() < fuzzyByLength.size()) {
            int letters = letters(word);
            for (Fuzzy fuzzy : fuzzyByLength.get(word.length())) {
                if (fuzzy.mayBe(letters) && distance(word, fuzzy.word) <= fuzzy.edits) {
                    found.add(fuzzy.id);
                }
            }
        }
        return found.isEmpty()
                ? NONE
                : found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Letters put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }

    /** What was found of the words last seen, as they stand in texts. Belongs to one thread. */
    static final class Memo {
        private static final int SLOTS = 1 << 14;

        private final String[] words = new String[SLOTS];
        private final int[][] found = new int[SLOTS][];
        private int version;

        private void forget(int current) {
            if (version != current) {
                Arrays.fill(words, null);
                version = current;
            }
        }

        private int slot(Tokens words, int i) {
            int hash = 0;
            for (int at = words.start(i); at < words.end(i); at++) {
                hash = 31 * hash + words.source().charAt(at);
            }
            return (hash * 0x9E3779B9) >>> 18;
        }

        private boolean holds(int slot, Tokens text, int i) {
            String word = words[slot];
            return word != null && text.reads(i, word);
        }

        private int[] found(int slot) {
            return found[slot];
        }

        private void keep(int slot, String word, int[] patterns) {
            words[slot] = word;
            found[slot] = patterns;
        }
    }
}

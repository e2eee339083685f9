package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The words with {@code *} or {@code ~} of all queries, and which of them a word of a text fits. Beginnings are looked up
 * by length. A word with letters that may differ is found by the forms it has with so many letters left out: two words
 * that are that close share one (as in SymSpell). What was found of a word is remembered for the next text.
 *
 * <p>Written under the lock of its index and read under it; each reading thread has a {@link Memo}.
 */
final class WordPatterns {
    private static final int[] NONE = {};
    private static final int LONGEST_FUZZY = 40;

    /** Once added, a pattern stays: queries that are gone do not ask for it, and most come again. */
    private final Map<String, Integer> prefixes = new HashMap<>();

    private final BitSet prefixLengths = new BitSet();
    private final Map<String, Set<Fuzzy>> byShortForm = new HashMap<>();
    private int mostEdits;
    private int version;

    private record Fuzzy(String word, int edits, int id) {}

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

    private void addPrefix(String prefix, int id) {
        if (prefixes.putIfAbsent(prefix, id) == null) {
            prefixLengths.set(prefix.length());
            version++;
        }
    }

    private void addFuzzy(String word, int edits, int id) {
        Fuzzy fuzzy = new Fuzzy(word, edits, id);
        shortForms(word, edits, form -> {
            if (byShortForm.computeIfAbsent(form, none -> new HashSet<>(2)).add(fuzzy)) {
                mostEdits = Math.max(mostEdits, edits);
            }
        });
        version++;
    }

    /** The ids of the patterns that this word of a text fits. */
    int[] matching(Tokens words, int i, Memo memo) {
        if (version == 0) {
            return NONE;
        }
        memo.forget(version);
        int slot = memo.slot(words, i);
        if (!memo.holds(slot, words, i)) {
            memo.keep(slot, words.text(i), find(Tokenizer.folded(words.text(i))));
        }
        return memo.found(slot);
    }

    private int[] find(String word) {
        Set<Integer> found = new HashSet<>();
        for (int n = prefixLengths.nextSetBit(0); n >= 0 && n <= word.length(); n = prefixLengths.nextSetBit(n + 1)) {
            Integer id = prefixes.get(word.substring(0, n));
            if (id != null) {
                found.add(id);
            }
        }
        if (mostEdits > 0 && word.length() <= LONGEST_FUZZY) {
            shortForms(word, mostEdits, form -> byShortForm.getOrDefault(form, Set.of()).stream()
                    .filter(fuzzy -> distance(word, fuzzy.word) <= fuzzy.edits)
                    .forEach(fuzzy -> found.add(fuzzy.id)));
        }
        return found.isEmpty()
                ? NONE
                : found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The word, and what is left of it without any one letter, without any two. */
    private static void shortForms(String word, int edits, Consumer<String> each) {
        each.accept(word);
        for (int i = 0; edits > 0 && i < word.length(); i++) {
            shortForms(word.substring(0, i) + word.substring(i + 1), edits - 1, each);
        }
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

package io.dyadwire.processor.text;

import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Named lists of single words, asked by vocabulary id: "is this token a title?" costs one array read. A file has one list
 * a line: {@code name: word word word}. At most 32 lists.
 */
public final class WordLists {
    private final Map<String, Integer> bits = new LinkedHashMap<>();
    private final Match match;
    private int[] flags = new int[0];

    /**
     * Reads the lists and files their words in the vocabulary.
     *
     * @param match whether a word is found as it stands ({@link Match#EXACT}) or in any inflection ({@link Match#FOLDED})
     */
    public WordLists(Vocabulary vocabulary, Match match, List<String> lines) {
        this.match = match;
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("word lists: '" + line + "' has no 'name:'");
            }
            int bit = 1 << bits.computeIfAbsent(line.substring(0, colon).strip(), name -> bits.size());
            var words = Tokenizer.cutAndAdd(line.substring(colon + 1), vocabulary);
            for (int i = 0; i < words.count(); i++) {
                mark(idOf(words, i), bit);
            }
        }
        if (bits.size() > Integer.SIZE) {
            throw new IllegalArgumentException("word lists: " + bits.size() + " lists, at most " + Integer.SIZE);
        }
    }

    private void mark(int id, int bit) {
        if (id >= flags.length) {
            flags = Arrays.copyOf(flags, Math.max(id + 1, flags.length * 2));
        }
        flags[id] |= bit;
    }

    /** What to ask {@link #has} with; a list that is not there is a mistake in the code or the file. */
    public int list(String name) {
        Integer bit = bits.get(name);
        if (bit == null) {
            throw new IllegalArgumentException("word lists: no '" + name + "' (known: " + bits.keySet() + ")");
        }
        return 1 << bit;
    }

    private int idOf(Tokens tokens, int i) {
        return match == Match.FOLDED ? tokens.folded(i) : tokens.exact(i);
    }

    /** The ids of all words on one of these lists. */
    public int[] words(int list) {
        return IntStream.range(0, flags.length)
                .filter(id -> (flags[id] & list) != 0)
                .toArray();
    }

    /** Whether token {@code i} is there and on one of the lists. */
    public boolean has(Tokens tokens, int i, int lists) {
        return (of(tokens, i) & lists) != 0;
    }

    /** All lists that token {@code i} is on, 0 when it is not there. */
    public int of(Tokens tokens, int i) {
        int wordId = i >= 0 && i < tokens.count() ? idOf(tokens, i) : 0;
        return wordId > 0 && wordId < flags.length ? flags[wordId] : 0;
    }
}

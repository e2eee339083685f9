package io.dyadwire.processor.date;

import io.dyadwire.matcher.text.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** The words of time, by their number in the vocabulary that all taggers share. */
final class Lexicon {
    private final Sort[] sorts;
    private final int[] values;
    private final boolean[] begins;

    /**
     * @param others the numbers of further words that an expression can begin with
     */
    Lexicon(Vocabulary vocabulary, BitSet others) {
        List<String[]> rows = read("words.txt");
        int highest = others.length();
        for (String[] row : rows) {
            for (int i = 2; i < row.length; i++) {
                highest = Math.max(highest, vocabulary.add(row[i]));
            }
        }
        sorts = new Sort[highest + 1];
        Arrays.fill(sorts, Sort.NONE);
        values = new int[highest + 1];
        begins = new boolean[highest + 1];
        for (String[] row : rows) {
            for (int i = 2; i < row.length; i++) {
                int id = vocabulary.add(row[i]);
                sorts[id] = Sort.valueOf(row[0]);
                values[id] = Integer.parseInt(row[1]);
                begins[id] = sorts[id].begins();
            }
        }
        others.stream().forEach(id -> begins[id] = true);
    }

    /** Whether a time expression can begin with this word. */
    boolean begins(int id) {
        return id < begins.length && begins[id];
    }

    Sort sort(int id) {
        return id < sorts.length ? sorts[id] : Sort.NONE;
    }

    int value(int id) {
        return id < values.length ? values[id] : 0;
    }

    /** The lines of one of our word lists, cut at blanks, without comments. */
    static List<String[]> read(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the word list " + name, e);
        }
    }
}

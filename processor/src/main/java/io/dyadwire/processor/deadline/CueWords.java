package io.dyadwire.processor.deadline;

import io.dyadwire.matcher.text.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The words of {@link Cue}, by their number in the vocabulary that all taggers share. */
final class CueWords {
    private final Cue[] cues;

    CueWords(Vocabulary vocabulary) {
        List<String[]> rows = read("cues.txt");
        int highest = 0;
        for (String[] row : rows) {
            for (int i = 1; i < row.length; i++) {
                highest = Math.max(highest, vocabulary.add(row[i]));
            }
        }
        cues = new Cue[highest + 1];
        Arrays.fill(cues, Cue.NONE);
        for (String[] row : rows) {
            for (int i = 1; i < row.length; i++) {
                cues[vocabulary.add(row[i])] = Cue.valueOf(row[0]);
            }
        }
    }

    /** The cue of a word; NONE for a word that is no cue. */
    Cue of(int wordId) {
        return wordId < cues.length ? cues[wordId] : Cue.NONE;
    }

    /** The lines of one of our word lists, cut at blanks, without comments. */
    static List<String[]> read(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CueWords.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the word list " + name, e);
        }
    }
}

package io.dyadwire.matcher.phrase;

import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** The words of one phrase, in the three ways that they can be compared. */
final class PhraseWords {
    private final int[] exact;
    private final int[] folded;
    private final List<String> surfaces;

    private PhraseWords(int[] exact, int[] folded, List<String> surfaces) {
        this.exact = exact;
        this.folded = folded;
        this.surfaces = List.copyOf(surfaces);
    }

    static PhraseWords of(String phrase, Tokens words) {
        if (words.count() == 0) {
            throw new IllegalArgumentException("a phrase without a word: '" + phrase + "'");
        }
        int[] exact = new int[words.count()];
        int[] folded = new int[words.count()];
        List<String> surfaces = new ArrayList<>(words.count());
        for (int i = 0; i < words.count(); i++) {
            if (words.exact(i) == 0) {
                throw new IllegalArgumentException(
                        "a word that cannot be looked for in the phrase: '" + words.text(i) + "'");
            }
            exact[i] = words.exact(i);
            folded[i] = words.folded(i);
            surfaces.add(surface(words, i));
        }
        return new PhraseWords(exact, folded, surfaces);
    }

    /** "U.S" is kept as "U.S.". */
    private static String surface(Tokens words, int i) {
        String text = words.text(i);
        return words.dotted(i) && !text.endsWith(".") ? text + "." : text;
    }

    int[] exact() {
        return exact;
    }

    int[] folded() {
        return folded;
    }

    List<String> surfaces() {
        return surfaces;
    }

    boolean hasAcronym() {
        return surfaces.stream().anyMatch(PhraseWords::isAcronym);
    }

    /** "US forces" as "U.S. forces". */
    String withDots() {
        StringBuilder dotted = new StringBuilder();
        for (String word : surfaces) {
            dotted.append(isAcronym(word) ? word.replaceAll("(.)", "$1.") : word)
                    .append(' ');
        }
        return dotted.toString();
    }

    /** Two to five capital letters and nothing else. */
    private static boolean isAcronym(String word) {
        return word.matches("\\p{Lu}{2,5}");
    }
}

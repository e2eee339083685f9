package io.dyadwire.runner.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant. */
final class NearMiss {
    private NearMiss() {}

    /** The known word that differs by the fewest letters, if by no more than a third of them. */
    static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(word, other) <= Math.max(1, other.length() / 3))
                .min(Comparator.comparingInt((String other) -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to change, add, drop or swap with the next to make one of the other; case does not count. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, steps);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] steps) {
        int change = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}

package io.dyadwire.alerts.rules;

import java.util.Collection;
import java.util.List;

/** "Did you mean": the known word that a mistyped one is closest to. */
final class Nearest {
    private Nearest() {}

    /** Such as {@code : did you mean 'keywords'? (known: countries, keywords)}; the list only when it is short. */
    static String hint(String wrong, Collection<String> known) {
        String best = "";
        int fewest = Math.max(2, wrong.length() / 3) + 1;
        for (String word : known) {
            int edits = edits(wrong, word);
            if (edits < fewest) {
                fewest = edits;
                best = word;
            }
        }
        String meant = best.isEmpty() ? "" : ": did you mean '" + best + "'?";
        List<String> sorted = known.stream().sorted().toList();
        return known.size() > 15 ? meant : meant + " (known: " + String.join(", ", sorted) + ")";
    }

    /** Letters to add, drop or change to make one word the other (Levenshtein 1966). */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

package io.dyadwire.matcher.text;

/**
 * Light English inflection: plural -s, -es, -ies and the endings -ed and -ing come off, so that "controls",
 * "controlled" and "controlling" share the base "control". The base is a key to compare by, not always a word
 * ("movie" and "movies" meet in "movy"). Words that only look inflected ("news", "Beijing", "Wales") stay as they are;
 * derivation does not come off: "negotiation" and "negotiate" stay apart.
 *
 * <p>Short words keep their ending, and irregular forms come from {@link IrregularForms}. Own rules, in the spirit of
 * Krovetz's inflectional stemmer ("Viewing morphology as an inference process", SIGIR 1993), without a dictionary.
 */
final class Inflection {
    /** Says that a word is its own base. */
    static final int UNCHANGED = -1;

    private Inflection() {}

    /**
     * Turns the word in {@code w[0, n)}, made of a to z only, into its base in place and returns the new length, or
     * {@link #UNCHANGED}. Needs room for eight characters more. {@code hash}: the word's {@link Vocabulary#hash}.
     */
    static int base(char[] w, int n, int hash) {
        int irregular = IrregularForms.replace(w, n, hash);
        if (irregular > 0) {
            return irregular;
        }
        if (n <= 3) {
            return UNCHANGED;
        }
        int singular = w[n - 1] == 's' ? singular(w, n) : n;
        if (singular != n) {
            irregular = IrregularForms.replace(w, singular, Vocabulary.hash(w, 0, singular));
            if (irregular > 0) {
                return irregular;
            }
        }
        int base = withoutEnding(w, singular);
        return base == n ? UNCHANGED : base; // every rule that changes a letter changes the length
    }

    private static int withoutEnding(char[] w, int n) {
        if (n > 3 && w[n - 1] == 'd' && w[n - 2] == 'e') {
            return withoutEd(w, n);
        }
        if (n > 5 && w[n - 1] == 'g' && w[n - 2] == 'n' && w[n - 3] == 'i') {
            return hasVowel(w, n - 3) ? verb(w, n - 3) : n;
        }
        if (n > 4 && w[n - 1] == 'e' && w[n - 2] == 'i') {
            w[n - 2] = 'y'; // movie: where "movies" arrives
            return n - 1;
        }
        return n;
    }

    private static int singular(char[] w, int n) {
        char before = w[n - 2];
        if (before == 's' || before == 'u' || before == 'i') {
            return n; // press, status, crisis
        }
        if (before != 'e') {
            return n - 1;
        }
        if (n > 4 && w[n - 3] == 'i') {
            w[n - 3] = 'y';
            return n - 2;
        }
        return takesEs(w[n - 4], w[n - 3]) ? n - 2 : n - 1;
    }

    private static boolean takesEs(char q, char p) {
        return switch (p) {
            case 'x', 'o' -> true;
            case 's', 'z' -> q == p;
            case 'h' -> q == 'c' || q == 's';
            default -> false;
        };
    }

    private static int withoutEd(char[] w, int n) {
        char before = w[n - 3];
        if (before == 'e') {
            return n; // need, speed; "agreed" is in the table
        }
        if (before == 'i') {
            if (n == 4) {
                return n - 1; // died
            }
            w[n - 3] = 'y';
            return n - 2;
        }
        return hasVowel(w, n - 2) ? verb(w, n - 2) : n;
    }

    /** Puts right what the ending changed: "plann" to "plan", "impos" to "impose". */
    private static int verb(char[] w, int n) {
        char c = w[n - 1];
        if (c == w[n - 2]) {
            return losesDouble(w, n) ? n - 1 : n;
        }
        if (lostAnE(w, n)) {
            w[n] = 'e';
            return n + 1;
        }
        return n;
    }

    private static boolean losesDouble(char[] w, int n) {
        return switch (w[n - 1]) {
            case 'b', 'd', 'g', 'm', 'n', 'p', 'r', 't' -> n > 3;
            case 'l' -> vowels(w, n) >= 2; // controlled, but killed
            default -> false;
        };
    }

    private static boolean lostAnE(char[] w, int n) {
        char c = w[n - 1];
        char p = w[n - 2];
        char q = n > 2 ? w[n - 3] : 'x';
        boolean afterQ = q == 'u' && n > 3 && w[n - 4] == 'q';
        boolean shortVowel = isVowel(p) && (!isVowel(q) || afterQ);
        return switch (c) {
            case 'c', 'u', 'v', 'z' -> true;
            case 's' -> isVowel(p) || "nrplw".indexOf(p) >= 0;
            case 'g' -> isVowel(p) || p == 'd' || p == 'r' || (p == 'n' && "aeu".indexOf(q) >= 0);
            case 't' -> (p == 'a' && q != 'e' && q != 'o') || (shortVowel && (p == 'o' || p == 'u'));
            case 'd', 'k', 'b' -> shortVowel;
            case 'r' -> shortVowel && (p == 'i' || p == 'a' || p == 'u');
            case 'l' -> (!isVowel(p) && p != 'r' && p != 'w') || (shortVowel && "uio".indexOf(p) >= 0);
            case 'n' -> shortVowel && (p == 'i' || p == 'u');
            case 'm' -> shortVowel && "aui".indexOf(p) >= 0;
            case 'p' -> shortVowel && "aiy".indexOf(p) >= 0;
            default -> false;
        };
    }

    private static boolean hasVowel(char[] w, int n) {
        return vowels(w, n) > 0;
    }

    private static int vowels(char[] w, int n) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += isVowel(w[i]) ? 1 : 0;
        }
        return count;
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }
}

package io.dyadwire.matcher.query;

/**
 * One piece of a query as written. {@code text}: the words of a word or phrase, the name of a field, what stands between
 * the brackets or slashes; {@code number}: the distance of a NEAR, the slop of a phrase, the letters that may differ.
 */
record Lexeme(Kind kind, int position, String text, int number, boolean exact) {
    enum Kind {
        WORD("a word"),
        PREFIX("a word"),
        FUZZY("a word"),
        FIELD("a field"),
        RANGE("a range"),
        COMPARISON("a comparison"),
        REGEX("a regular expression"),
        OPEN("'('"),
        CLOSE("')'"),
        AND("AND"),
        OR("OR"),
        NOT("NOT"),
        MUST("'+'"),
        NEAR("NEAR"),
        END("the end");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static Lexeme mark(Kind kind, int position) {
        return new Lexeme(kind, position, "", 0, false);
    }

    static Lexeme of(Kind kind, int position, String text) {
        return new Lexeme(kind, position, text, 0, false);
    }

    /** For messages. */
    String words() {
        return kind.words;
    }
}

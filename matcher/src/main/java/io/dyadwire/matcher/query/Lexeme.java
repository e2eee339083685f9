package io.dyadwire.matcher.query;

/**
 * One piece of a query as written. {@code text}: the words of a word or phrase; {@code number}: the distance of a NEAR, the
 * slop of a phrase.
 */
record Lexeme(Kind kind, int position, String text, int number, boolean exact) {
    enum Kind {
        WORD("a word"),
        OPEN("'('"),
        CLOSE("')'"),
        AND("AND"),
        OR("OR"),
        NOT("NOT"),
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

    /** For messages. */
    String words() {
        return kind.words;
    }
}

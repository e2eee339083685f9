package io.dyadwire.matcher.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a desk asks for, as {@link QueryParser} reads it. Immutable. Its {@code toString} gives text that parses back to an
 * equal query.
 *
 * <p>AND and NOT look at the whole article, title and text; a phrase and NEAR within one of them.
 */
public sealed interface Query {

    /** One word. {@code exact}: only this form of it, else every English inflection; case and accents never matter. */
    record Word(String text, boolean exact) implements Query {
        @Override
        public String toString() {
            boolean bare = text.matches("[\\p{L}\\p{N}]+") && !QueryLexer.isOperator(text);
            return (exact ? "=" : "") + (bare ? text : "\"" + text + "\"");
        }
    }

    /**
     * Words in this order. {@code slop}: how many other words may stand between them in all, 0 for none. A phrase does not
     * reach over the end of a sentence; one with slop may.
     */
    record Phrase(String text, boolean exact, int slop) implements Query {
        @Override
        public String toString() {
            return (exact ? "=" : "") + "\"" + text + "\"" + (slop > 0 ? "~" + slop : "");
        }
    }

    /**
     * Both sides at most {@code distance} words apart, in any order; 1 means neighbours. A side is a word, a phrase
     * or an OR of these.
     */
    record Near(Query left, Query right, int distance) implements Query {
        @Override
        public String toString() {
            return inner(left) + " NEAR/" + distance + " " + inner(right);
        }
    }

    /** All of these, two at least. */
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Query::inner).collect(Collectors.joining(" AND "));
        }
    }

    /** Any of these, two at least. */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Query::inner).collect(Collectors.joining(" OR "));
        }
    }

    /** Nowhere this. */
    record Not(Query part) implements Query {
        @Override
        public String toString() {
            return "NOT " + inner(part);
        }
    }

    private static String inner(Query part) {
        return switch (part) {
            case Word word -> word.toString();
            case Phrase phrase -> phrase.toString();
            case Not not -> not.toString();
            case Near near -> "(" + near + ")";
            case And and -> "(" + and + ")";
            case Or or -> "(" + or + ")";
        };
    }
}

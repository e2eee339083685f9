package io.dyadwire.matcher.query;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a desk asks for, as {@link QueryParser} reads it. Immutable. Its {@code toString} gives text that parses back to an
 * equal query.
 *
 * <p>AND and NOT look at the whole article, title and text; a phrase and NEAR within one of them.
 */
public sealed interface Query {

    /** The words, phrases and conditions on fields that it is put together from, also those under NOT. */
    default Stream<Query> leaves() {
        return switch (this) {
            case And and -> and.parts().stream().flatMap(Query::leaves);
            case Or or -> or.parts().stream().flatMap(Query::leaves);
            case Not not -> not.part().leaves();
            case Within within -> within.part().leaves();
            case Near near -> Stream.concat(near.left().leaves(), near.right().leaves());
            default -> Stream.of(this);
        };
    }

    /** One word. {@code exact}: only this form of it, else every English inflection; case and accents never matter. */
    record Word(String text, boolean exact) implements Query {
        @Override
        public String toString() {
            boolean bare = text.matches("[\\p{L}\\p{N}]+") && !QueryLexer.isOperator(text);
            return (exact ? "=" : "") + (bare ? text : "\"" + text + "\"");
        }
    }

    /** Every word that begins so; case and accents folded. */
    record Prefix(String text) implements Query {
        @Override
        public String toString() {
            return text + "*";
        }
    }

    /** Every word that is at most {@code edits} letters put in, left out, changed or swapped with a neighbour away. */
    record Fuzzy(String text, int edits) implements Query {
        @Override
        public String toString() {
            return text + "~" + edits;
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

    /** The words of {@code part} in the title only, or in the text only. */
    record Within(QueryField field, Query part) implements Query {
        @Override
        public String toString() {
            return field.written() + ":" + (part instanceof Not ? "(" + part + ")" : inner(part));
        }
    }

    /** The field has this value, written as {@link FieldValue} writes it. */
    record Has(QueryField field, String value) implements Query {
        @Override
        public String toString() {
            boolean bare = value.matches("[\\p{L}\\p{N}./_%-]+") && !QueryLexer.isOperator(value);
            return field.written() + ":" + (bare ? value : "\"" + value + "\"");
        }
    }

    /** The title or the address holds something that this RE2 expression describes. */
    record Matches(QueryField field, String expression) implements Query {
        @Override
        public String toString() {
            return field.written() + ":/" + expression.replace("/", "\\/") + "/";
        }
    }

    /** Something is due from the one day to the other, both included; null leaves that end open. */
    record Due(@Nullable LocalDate from, @Nullable LocalDate to) implements Query {
        @Override
        public String toString() {
            return "deadline:[" + (from == null ? "*" : from) + " TO " + (to == null ? "*" : to) + "]";
        }
    }

    /** A country or pair that the query names fills more of the article than this; {@code equal}: or as much. */
    record Salience(boolean above, boolean equal, double limit) implements Query {
        @Override
        public String toString() {
            return "salience:" + (above ? ">" : "<") + (equal ? "=" : "") + limit;
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
            case Near near -> "(" + near + ")";
            case And and -> "(" + and + ")";
            case Or or -> "(" + or + ")";
            case Word w -> w.toString();
            case Phrase p -> p.toString();
            case Prefix p -> p.toString();
            case Fuzzy f -> f.toString();
            case Within w -> w.toString();
            case Has h -> h.toString();
            case Matches m -> m.toString();
            case Due d -> d.toString();
            case Salience s -> s.toString();
            case Not not -> not.toString();
        };
    }
}

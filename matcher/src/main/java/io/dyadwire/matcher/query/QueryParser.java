package io.dyadwire.matcher.query;

import io.dyadwire.matcher.query.Lexeme.Kind;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query as a person types it.
 *
 * <table>
 * <caption>The language</caption>
 * <tr><td>{@code control}</td><td>the word in any English inflection, case and accents: "Controls", "controlled"</td></tr>
 * <tr><td>{@code =control}</td><td>only this form, in any case</td></tr>
 * <tr><td>{@code "export control"}</td><td>these words in this order; {@code ="…"} only in these forms</td></tr>
 * <tr><td>{@code "export control"~3}</td><td>with up to 3 other words between them in all</td></tr>
 * <tr><td>{@code japan NEAR/5 korea}</td><td>at most 5 words apart, in any order (1 = neighbours)</td></tr>
 * <tr><td>{@code japan korea}, {@code japan AND korea}</td><td>both</td></tr>
 * <tr><td>{@code japan OR korea}</td><td>either</td></tr>
 * <tr><td>{@code NOT football}, {@code -football}</td><td>nowhere in the article</td></tr>
 * <tr><td>{@code ( )}</td><td>groups</td></tr>
 * </table>
 *
 * <p>NEAR binds tightest, then NOT, then AND, then OR: {@code a OR b NOT c} is {@code a OR (b AND NOT c)}. Operators are in
 * capitals; "and" is a word. A word with a hyphen or a slash inside is a phrase. A query must need a word: one that could
 * match an article without any of its words ({@code NOT football}, {@code a OR NOT b}) is refused.
 *
 * <p>Bounds: 10,000 characters, 500 words and phrases, 50 words a phrase, groups 50 deep.
 */
public final class QueryParser {
    private static final int LONGEST = 10_000;
    private static final int MOST_TERMS = 500;
    private static final int DEEPEST = 50;

    /** A text is followed this far from each of its words, whatever it repeats. */
    private static final int LONGEST_PHRASE = 50;

    private final String query;
    private final List<Lexeme> lexemes;
    private int next;
    private int terms;
    private int depth;

    private QueryParser(String query) {
        this.query = query;
        this.lexemes = new QueryLexer(query).lexemes();
    }

    /** Reads a query. Throws when it breaks the language or a bound, with the place and the reason. */
    public static Query parse(String query) throws QuerySyntaxException {
        if (query.length() > LONGEST) {
            throw new QuerySyntaxException(
                    "a query has at most " + LONGEST + " characters, this one has " + query.length(), query, LONGEST);
        }
        QueryParser parser = new QueryParser(query);
        Query parsed = parser.whole();
        NeededWord.check(parsed, query);
        return parsed;
    }

    private Query whole() {
        if (peek().kind() == Kind.END) {
            throw new QuerySyntaxException("an empty query", query, 0);
        }
        Query parsed = any();
        Lexeme left = peek();
        if (left.kind() == Kind.CLOSE) {
            throw problem("')' closes nothing", left);
        }
        return parsed;
    }

    private Query any() {
        List<Query> parts = new ArrayList<>(List.of(all()));
        while (taken(Kind.OR)) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts);
    }

    private Query all() {
        List<Query> parts = new ArrayList<>(List.of(negatable()));
        while (taken(Kind.AND) || startsPart()) {
            parts.add(negatable());
        }
        return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
    }

    private boolean startsPart() {
        return switch (peek().kind()) {
            case WORD, OPEN, NOT, NEAR -> true;
            case CLOSE, AND, OR, END -> false;
        };
    }

    private Query negatable() {
        boolean negative = false;
        while (taken(Kind.NOT)) {
            negative = !negative;
        }
        Query part = near();
        if (!negative) {
            return part;
        }
        return part instanceof Query.Not not ? not.part() : new Query.Not(part);
    }

    private Query near() {
        Query left = part();
        if (peek().kind() != Kind.NEAR) {
            return left;
        }
        Lexeme near = take();
        Query right = part();
        if (!hasPlaces(left) || !hasPlaces(right)) {
            throw problem("NEAR takes a word, a phrase or an OR of them on each side", near);
        }
        if (peek().kind() == Kind.NEAR) {
            throw problem("NEAR joins two sides; for more write (a NEAR/5 b) AND (b NEAR/5 c)", peek());
        }
        return new Query.Near(left, right, near.number());
    }

    private static boolean hasPlaces(Query query) {
        return switch (query) {
            case Query.Word word -> true;
            case Query.Phrase phrase -> true;
            case Query.Or or -> or.parts().stream().allMatch(QueryParser::hasPlaces);
            case Query.Near near -> false;
            case Query.And and -> false;
            case Query.Not not -> false;
        };
    }

    private Query part() {
        Lexeme lexeme = take();
        return switch (lexeme.kind()) {
            case WORD -> term(lexeme);
            case OPEN -> group(lexeme);
            case CLOSE, AND, OR, NOT, NEAR, END ->
                throw problem("a word, a \"phrase\" or '(' is missing before " + lexeme.words(), lexeme);
        };
    }

    private Query group(Lexeme open) {
        if (++depth > DEEPEST) {
            throw problem("groups are more than " + DEEPEST + " deep", open);
        }
        Query inside = any();
        if (!taken(Kind.CLOSE)) {
            throw problem(
                    "')' is missing: the group opened at column " + (open.position() + 1) + " is never closed", open);
        }
        depth--;
        return inside;
    }

    private Query term(Lexeme lexeme) {
        if (++terms > MOST_TERMS) {
            throw problem("more than " + MOST_TERMS + " words and phrases", lexeme);
        }
        Tokens words = Tokenizer.cutAndAdd(lexeme.text(), new Vocabulary());
        if (words.count() == 0) {
            throw problem("no letter or digit to look for in '" + lexeme.text() + "'", lexeme);
        }
        if (words.count() > LONGEST_PHRASE) {
            throw problem("a phrase has at most " + LONGEST_PHRASE + " words", lexeme);
        }
        for (int i = 0; i < words.count(); i++) {
            if (words.exact(i) == 0) {
                throw problem("a word that no text is searched for (longer than 200 characters?)", lexeme);
            }
        }
        return words.count() == 1
                ? new Query.Word(words.text(0), lexeme.exact())
                : new Query.Phrase(lexeme.text().strip(), lexeme.exact(), lexeme.number());
    }

    private boolean taken(Kind kind) {
        if (peek().kind() != kind) {
            return false;
        }
        next++;
        return true;
    }

    private Lexeme peek() {
        return lexemes.get(next);
    }

    /** The end is never passed. */
    private Lexeme take() {
        Lexeme lexeme = peek();
        next += lexeme.kind() == Kind.END ? 0 : 1;
        return lexeme;
    }

    private QuerySyntaxException problem(String problem, Lexeme place) {
        return new QuerySyntaxException(problem, query, place.position());
    }
}

package io.dyadwire.matcher.query;

import io.dyadwire.matcher.query.Lexeme.Kind;
import io.dyadwire.matcher.text.PlainWords;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query as a person types it into a search box: Lucene's syntax, with all words wanted unless OR is said.
 *
 * <table>
 * <caption>The language</caption>
 * <tr><td>{@code control}</td><td>the word in any English inflection, case and accents: "Controls", "controlled"</td></tr>
 * <tr><td>{@code =control}</td><td>only this form, in any case</td></tr>
 * <tr><td>{@code sanction*}</td><td>every word that begins so; three letters at least</td></tr>
 * <tr><td>{@code zelensky~1}</td><td>with one letter more, less, other or swapped; ~2 with two</td></tr>
 * <tr><td>{@code "export control"}</td><td>these words in this order; {@code ="…"} only in these forms</td></tr>
 * <tr><td>{@code "export control"~3}</td><td>with up to 3 other words between them in all</td></tr>
 * <tr><td>{@code japan NEAR/5 korea}</td><td>at most 5 words apart, in any order (1 = neighbours)</td></tr>
 * <tr><td>{@code japan korea}, {@code japan AND korea}, {@code +japan +korea}</td><td>both</td></tr>
 * <tr><td>{@code japan OR korea}</td><td>either</td></tr>
 * <tr><td>{@code NOT football}, {@code -football}</td><td>nowhere in the article</td></tr>
 * <tr><td>{@code title:pact}, {@code text:(pact OR treaty)}</td><td>words in the title, in the text</td></tr>
 * <tr><td>{@code pair:JPN-KOR}, {@code country:(JPN OR KOR)}</td><td>what the article is about; see {@link QueryField}</td></tr>
 * <tr><td>{@code deadline:[2019-08-20 TO 2019-08-31]}</td><td>something is due in these days</td></tr>
 * <tr><td>{@code salience:>0.5}</td><td>the countries or pairs named fill more than half of it</td></tr>
 * <tr><td>{@code title:/…/}, {@code url:/…/}</td><td>an RE2 expression, beside something else that must be there</td></tr>
 * <tr><td>{@code ( )}</td><td>groups</td></tr>
 * </table>
 *
 * <p>NEAR binds tightest, then NOT, then AND, then OR: {@code a OR b NOT c} is {@code a OR (b AND NOT c)}. Operators are in
 * capitals; "and" is a word; {@code &&}, {@code ||} and {@code !} are read too. A word with a hyphen or a slash inside is a
 * phrase. Boosts ({@code pact^2}) are read over, with a warning. A query must need something that few articles have: one
 * that could match an article without any of its words ({@code NOT football}, {@code a OR NOT b}), or only by words like
 * "the", is refused.
 *
 * <p>Bounds: 10,000 characters, 500 words, phrases and fields, of these 20 with {@code *} or {@code ~}, 50 words a phrase,
 * groups 50 deep.
 */
public final class QueryParser {
    private static final int LONGEST = 10_000;
    private static final int MOST_TERMS = 500;
    private static final int DEEPEST = 50;

    /** A text is followed this far from each of its words, whatever it repeats. */
    private static final int LONGEST_PHRASE = 50;

    /** Each is compared with every new word of a text. */
    private static final int MOST_PATTERNS = 20;

    private static final int SHORTEST_PREFIX = 3;
    private static final int LETTERS_PER_EDIT = 4;

    private final String query;
    private final List<String> warnings = new ArrayList<>();
    private final List<Lexeme> lexemes;
    private int next;
    private int terms;
    private int patterns;
    private int depth;
    private @Nullable QueryField scope;
    private @Nullable Lexeme must;

    private QueryParser(String query) {
        this.query = query;
        this.lexemes = new QueryLexer(query, warnings).lexemes();
    }

    /** Reads a query. Throws when it breaks the language or a bound, with the place and the reason. */
    public static Query parse(String query) throws QuerySyntaxException {
        return read(query).query();
    }

    /** The same, with what was read over. */
    public static ParsedQuery read(String query) throws QuerySyntaxException {
        if (query.length() > LONGEST) {
            throw new QuerySyntaxException(
                    "a query has at most " + LONGEST + " characters, this one has " + query.length(), query, LONGEST);
        }
        QueryParser parser = new QueryParser(query);
        Query parsed = parser.whole();
        QueryNeeds.check(parsed, query);
        return new ParsedQuery(parsed, parser.warnings);
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
        Lexeme outer = must;
        must = null;
        Query first = all();
        if (peek().kind() != Kind.OR) {
            must = outer;
            return first;
        }
        List<Query> parts = new ArrayList<>();
        parts.add(first);
        while (taken(Kind.OR)) {
            parts.add(all());
        }
        if (must != null) {
            throw problem("'+' says that a word must be there, and OR that it need not: write AND or OR", must);
        }
        must = outer;
        return new Query.Or(parts);
    }

    private Query all() {
        Query first = negatable();
        if (peek().kind() != Kind.AND && !startsPart()) {
            return first;
        }
        List<Query> parts = new ArrayList<>();
        parts.add(first);
        while (taken(Kind.AND) || startsPart()) {
            parts.add(negatable());
        }
        return new Query.And(parts);
    }

    private boolean startsPart() {
        return switch (peek().kind()) {
            case WORD, PREFIX, FUZZY, FIELD, RANGE, COMPARISON, REGEX, OPEN, NOT, MUST, NEAR -> true;
            case CLOSE, AND, OR, END -> false;
        };
    }

    private Query negatable() {
        boolean negative = false;
        if (peek().kind() == Kind.MUST) {
            must = take();
        }
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
            case Query.Prefix prefix -> true;
            case Query.Fuzzy fuzzy -> true;
            case Query.Phrase phrase -> true;
            case Query.Or or -> or.parts().stream().allMatch(QueryParser::hasPlaces);
            default -> false;
        };
    }

    private Query part() {
        Lexeme lexeme = take();
        return switch (lexeme.kind()) {
            case WORD -> term(lexeme);
            case PREFIX, FUZZY -> pattern(lexeme);
            case FIELD -> field(lexeme);
            case OPEN -> group(lexeme);
            case CLOSE, AND, OR, NOT, MUST, NEAR, RANGE, COMPARISON, REGEX, END ->
                throw problem("a word, a \"phrase\" or '(' is missing before " + lexeme.words(), lexeme);
        };
    }

    private Query field(Lexeme name) {
        QueryField field = QueryField.named(name.text())
                .orElseThrow(() -> problem(
                        "no field is called '" + name.text() + "'; known are " + QueryField.all()
                                + ". For the words themselves put quotes around them",
                        name));
        if (scope != null) {
            throw problem("a field inside a field: " + scope.written() + " already says where to look", name);
        }
        Lexeme value = peek();
        Query read =
                switch (value.kind()) {
                    case RANGE -> fieldValue(value, () -> FieldReader.range(field, take().text()));
                    case COMPARISON -> fieldValue(value, () -> FieldReader.comparison(field, take().text()));
                    case REGEX -> fieldValue(value, () -> FieldReader.expression(field, take().text()));
                    default -> scoped(field);
                };
        return field.hasWords() && !(read instanceof Query.Matches) ? new Query.Within(field, read) : read;
    }

    private Query scoped(QueryField field) {
        scope = field;
        Query read = part();
        scope = null;
        return read;
    }

    private Query fieldValue(Lexeme value, Supplier<Query> reading) {
        countTerm(value);
        try {
            return reading.get();
        } catch (QuerySyntaxException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()), value);
        }
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
        QueryField field = scope;
        if (field != null && !field.hasWords()) {
            return fieldValue(lexeme, () -> FieldReader.value(field, lexeme.text()));
        }
        countTerm(lexeme);
        int plain = PlainWords.count(lexeme.text());
        if (plain == 1) {
            return new Query.Word(lexeme.text(), lexeme.exact());
        }
        if (plain > 1 && plain <= LONGEST_PHRASE) {
            return new Query.Phrase(lexeme.text(), lexeme.exact(), lexeme.number());
        }
        Tokens words = words(lexeme);
        return words.count() == 1
                ? new Query.Word(words.text(0), lexeme.exact())
                : new Query.Phrase(lexeme.text().strip(), lexeme.exact(), lexeme.number());
    }

    private Query pattern(Lexeme lexeme) {
        if (scope != null && !scope.hasWords()) {
            throw problem("'*' and '~' are for words; " + scope.written() + " is compared as a whole", lexeme);
        }
        countTerm(lexeme);
        if (++patterns > MOST_PATTERNS) {
            throw problem("more than " + MOST_PATTERNS + " words with '*' or '~'", lexeme);
        }
        Tokens words = words(lexeme);
        boolean prefix = lexeme.kind() == Kind.PREFIX;
        int shortest = prefix ? SHORTEST_PREFIX : lexeme.number() * LETTERS_PER_EDIT;
        if (words.count() != 1 || words.end(0) - words.start(0) != lexeme.text().length()) {
            throw problem("'" + (prefix ? "*" : "~") + "' stands after one plain word", lexeme);
        }
        String folded = Tokenizer.folded(lexeme.text());
        if (folded.length() < shortest) { // marks and strokes that do not count are not letters either
            throw problem("too short: at least " + shortest + " letters before '" + (prefix ? "*" : "~") + "'", lexeme);
        }
        return prefix ? new Query.Prefix(folded) : new Query.Fuzzy(folded, lexeme.number());
    }

    private void countTerm(Lexeme lexeme) {
        if (++terms > MOST_TERMS) {
            throw problem("more than " + MOST_TERMS + " words and phrases", lexeme);
        }
    }

    private Tokens words(Lexeme lexeme) {
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
        return words;
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

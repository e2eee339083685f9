package io.dyadwire.matcher.query;

import io.dyadwire.matcher.query.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a query into its pieces. Belongs to one query. */
final class QueryLexer {
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "NEAR");
    private static final String QUOTES = "\"\u201C\u201D\u201E";
    private static final int LARGEST_DISTANCE = 100;
    private static final int MOST_EDITS = 2;

    private final String query;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private final List<String> warnings;
    private int at;

    /** {@code warnings} takes what is read over. */
    QueryLexer(String query, List<String> warnings) {
        this.query = query;
        this.warnings = warnings;
    }

    static boolean isOperator(String word) {
        return OPERATORS.contains(word);
    }

    List<Lexeme> lexemes() {
        while (at < query.length()) {
            next();
        }
        lexemes.add(Lexeme.mark(Kind.END, query.length()));
        return lexemes;
    }

    private void next() {
        char c = query.charAt(at);
        if (isSpace(c)) {
            at++;
        } else if (c == '(') {
            lexemes.add(Lexeme.mark(Kind.OPEN, at++));
        } else if (c == ')') {
            lexemes.add(Lexeme.mark(Kind.CLOSE, at++));
            boost();
        } else if (afterField() && fieldValue(c)) {
            boost();
        } else if ((c == '-' || c == '!') && startsTerm(at + 1)) {
            lexemes.add(Lexeme.mark(Kind.NOT, at++));
        } else if (c == '+' && startsTerm(at + 1)) {
            lexemes.add(Lexeme.mark(Kind.MUST, at++));
        } else {
            term();
        }
    }

    private boolean afterField() {
        return !lexemes.isEmpty() && lexemes.getLast().kind() == Kind.FIELD;
    }

    /** What only a field may have; false when it is a word, a phrase or a group like elsewhere. */
    private boolean fieldValue(char c) {
        int position = at;
        if (c == '[' || c == '{') {
            lexemes.add(Lexeme.of(Kind.RANGE, position, upTo(c == '[' ? "]}" : "}]", "the range is never closed")));
        } else if (c == '/') {
            String whole = upTo("/", "the regular expression is never closed by '/'");
            lexemes.add(Lexeme.of(
                    Kind.REGEX, position, whole.substring(1, whole.length() - 1).replace("\\/", "/")));
        } else if (c == '<' || c == '>') {
            while (at < query.length() && !endsWord(at)) {
                at++;
            }
            lexemes.add(Lexeme.of(Kind.COMPARISON, position, query.substring(position, at)));
        } else {
            return false;
        }
        return true;
    }

    /** From here to the first of these that no backslash stands before, both included. */
    private String upTo(String ends, String otherwise) {
        int from = at++;
        while (at < query.length() && ends.indexOf(query.charAt(at)) < 0) {
            at += query.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= query.length()) {
            throw problem(otherwise, from);
        }
        at++;
        return query.substring(from, at);
    }

    private void term() {
        int position = at;
        boolean exact = query.charAt(at) == '=' && startsTerm(at + 1);
        if (exact) {
            at++;
        }
        if (isQuote(at)) {
            phrase(position, exact);
        } else if (exact && query.charAt(at) == '(') {
            throw problem("'=' takes a word or a \"phrase\", not a group", position);
        } else {
            bareWord(position, exact);
        }
        boost();
    }

    private void phrase(int position, boolean exact) {
        int from = at + 1;
        int to = from;
        while (to < query.length() && !isQuote(to)) {
            to++;
        }
        if (to == query.length()) {
            throw problem("the quote is never closed", position);
        }
        at = to + 1;
        lexemes.add(new Lexeme(Kind.WORD, position, query.substring(from, to), slop(), exact));
    }

    private int slop() {
        if (at >= query.length() || query.charAt(at) != '~') {
            return 0;
        }
        int position = at++;
        return number("'~' after a phrase", position);
    }

    private void bareWord(int position, boolean exact) {
        int from = at;
        int colon = colon();
        if (colon > 0 && !exact && !afterField()) {
            lexemes.add(Lexeme.of(Kind.FIELD, position, query.substring(from, colon)));
            at = colon + 1;
            return;
        }
        while (at < query.length() && !endsWord(at)) {
            at++;
        }
        String word = query.substring(from, at);
        if (exact) {
            plainWord(position, word, true);
        } else if (word.equals("NEAR") || word.startsWith("NEAR/")) {
            at = from + "NEAR".length();
            lexemes.add(new Lexeme(Kind.NEAR, position, word, distance(position), false));
        } else if (word.equals("&&") || word.equals("||")) {
            lexemes.add(Lexeme.mark(word.equals("&&") ? Kind.AND : Kind.OR, position));
        } else if (isOperator(word)) {
            lexemes.add(Lexeme.mark(Kind.valueOf(word), position));
        } else {
            plainWord(position, word, false);
        }
    }

    /** Where the colon of {@code field:} stands, 0 when this is none; "10:30" and "a: b" have no field. */
    private int colon() {
        int i = at;
        while (i < query.length() && Character.isLetter(query.charAt(i))) {
            i++;
        }
        boolean field = i > at && i + 1 < query.length() && query.charAt(i) == ':' && startsTerm(i + 1);
        return field ? i : 0;
    }

    private void plainWord(int position, String word, boolean exact) {
        if (word.endsWith(":")
                && QueryField.named(word.substring(0, word.length() - 1)).isPresent()) {
            throw problem("'" + word + "' takes what it looks for right after the colon", position);
        }
        int star = word.indexOf('*');
        int tilde = word.indexOf('~');
        if (star >= 0) {
            prefix(position, word, exact, star);
        } else if (tilde > 0) {
            fuzzy(position, word, exact, tilde);
        } else {
            lexemes.add(new Lexeme(Kind.WORD, position, word, 0, exact));
        }
    }

    private void prefix(int position, String word, boolean exact, int star) {
        if (star != word.length() - 1 || star == 0 || exact) {
            throw problem("'*' stands only at the end of a word, as in sanction*", at - word.length() + star);
        }
        lexemes.add(Lexeme.of(Kind.PREFIX, position, word.substring(0, star)));
    }

    private void fuzzy(int position, String word, boolean exact, int tilde) {
        String edits = word.substring(tilde + 1);
        boolean known = edits.isEmpty() || edits.matches("[1-" + MOST_EDITS + "]");
        if (!known || exact) {
            throw problem("'~' after a word says how many letters may differ: ~1 or ~2", at - word.length() + tilde);
        }
        int number = edits.isEmpty() ? MOST_EDITS : Integer.parseInt(edits);
        lexemes.add(new Lexeme(Kind.FUZZY, position, word.substring(0, tilde), number, false));
    }

    /** Read over: every rule counts the same. */
    private void boost() {
        if (at + 1 >= query.length() || query.charAt(at) != '^' || !isNumeral(query.charAt(at + 1))) {
            return;
        }
        int from = at++;
        while (at < query.length() && isNumeral(query.charAt(at))) {
            at++;
        }
        warnings.add("'" + query.substring(from, at) + "' at column " + (from + 1)
                + " changes nothing: a rule matches or does not");
    }

    private static boolean isNumeral(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private int distance(int position) {
        if (at >= query.length() || query.charAt(at) != '/') {
            throw problem("NEAR needs a distance in words, as in NEAR/5", position);
        }
        at++;
        return number("NEAR/", position);
    }

    private int number(String what, int position) {
        int from = at;
        while (at < query.length() && query.charAt(at) >= '0' && query.charAt(at) <= '9') {
            at++;
        }
        boolean ended = at == query.length() || endsWord(at);
        int number = ended && at > from && at - from <= 3 ? Integer.parseInt(query.substring(from, at)) : 0;
        if (number < 1 || number > LARGEST_DISTANCE) {
            throw problem(what + " takes a number of words from 1 to " + LARGEST_DISTANCE, position);
        }
        return number;
    }

    private boolean startsTerm(int i) {
        return i < query.length() && query.charAt(i) != ')' && !isSpace(query.charAt(i));
    }

    private boolean endsWord(int i) {
        char c = query.charAt(i);
        if (isAsciiLetter(c)) {
            return false; // most are, and a hundred thousand queries are read when a program starts
        }
        boolean boosted = c == '^' && i + 1 < query.length() && isNumeral(query.charAt(i + 1));
        return c == '(' || c == ')' || boosted || isQuote(i) || isSpace(c);
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean isQuote(int i) {
        return i < query.length() && QUOTES.indexOf(query.charAt(i)) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private QuerySyntaxException problem(String problem, int position) {
        return new QuerySyntaxException(problem, query, Math.min(position, query.length()));
    }
}

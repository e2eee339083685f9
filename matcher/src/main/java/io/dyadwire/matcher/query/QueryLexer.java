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

    private final String query;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;

    QueryLexer(String query) {
        this.query = query;
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
        } else if (c == '-' && startsTerm(at + 1)) {
            lexemes.add(Lexeme.mark(Kind.NOT, at++));
        } else {
            term();
        }
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
        while (at < query.length() && !endsWord(at)) {
            at++;
        }
        String word = query.substring(from, at);
        if (exact) {
            lexemes.add(word(position, word, true));
        } else if (word.equals("NEAR") || word.startsWith("NEAR/")) {
            at = from + "NEAR".length();
            lexemes.add(new Lexeme(Kind.NEAR, position, word, distance(position), false));
        } else if (isOperator(word)) {
            lexemes.add(Lexeme.mark(Kind.valueOf(word), position));
        } else {
            lexemes.add(word(position, word, false));
        }
    }

    private Lexeme word(int position, String word, boolean exact) {
        int star = word.indexOf('*');
        if (star >= 0) {
            throw problem(
                    "'*' is not known here; plurals, -ed and -ing are found without it", at - word.length() + star);
        }
        return new Lexeme(Kind.WORD, position, word, 0, exact);
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
        return c == '(' || c == ')' || isQuote(i) || isSpace(c);
    }

    private boolean isQuote(int i) {
        return i < query.length() && QUOTES.indexOf(query.charAt(i)) >= 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private QuerySyntaxException problem(String problem, int position) {
        return new QuerySyntaxException(problem, query, position);
    }
}

package io.dyadwire.matcher.query;

/**
 * A query that cannot be read. The message names the problem and shows the place:
 *
 * <pre>
 * ')' is missing: the group opened at column 7 is never closed
 *   japan (korea OR china
 *         ^
 * </pre>
 */
public final class QuerySyntaxException extends IllegalArgumentException {
    private static final int SHOWN = 72;

    private final String problem;
    private final int position;
    private final String caret;

    QuerySyntaxException(String problem, String query, int position) {
        this(problem, position, caretLines(query, position));
    }

    private QuerySyntaxException(String problem, int position, String caret) {
        super(problem + "\n" + caret);
        this.problem = problem;
        this.position = position;
        this.caret = caret;
    }

    /** What is wrong, in one line. */
    public String problem() {
        return problem;
    }

    /** Where, in UTF-16 units from 0; the query's length when something is missing at its end. */
    public int position() {
        return position;
    }

    /** Two lines: the query, or the part of a long one around the place, and a caret under the place. */
    public String caret() {
        return caret;
    }

    private static String caretLines(String query, int position) {
        int from = query.length() <= SHOWN ? 0 : Math.max(0, Math.min(position - SHOWN / 2, query.length() - SHOWN));
        int to = Math.min(query.length(), from + SHOWN);
        String head = from > 0 ? "…" : "";
        String tail = to < query.length() ? "…" : "";
        String line = head + query.substring(from, to).replaceAll("[\\s\\p{Cntrl}]", " ") + tail;
        return "  " + line + "\n  " + " ".repeat(position - from + head.length()) + "^";
    }
}

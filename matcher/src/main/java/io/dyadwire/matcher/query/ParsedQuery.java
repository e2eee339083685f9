package io.dyadwire.matcher.query;

import java.util.List;

/** A query as it was read, and what in it was read over, a line each, for the person who wrote it. */
public record ParsedQuery(Query query, List<String> warnings) {
    public ParsedQuery {
        warnings = List.copyOf(warnings);
    }
}

package io.dyadwire.ingest.opml;

import java.util.List;

/** A list of feeds that cannot be used; one problem a line, each with file, line and what to do. */
public final class OpmlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    OpmlException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}

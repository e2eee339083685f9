package io.dyadwire.ingest.opml;

import java.util.List;
import java.util.stream.Collectors;

/** A list of feeds that cannot be used; one problem a line, each with file, line and what to do; the first fifty. */
public final class OpmlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Told in the message; nobody reads a hundred thousand. */
    private static final int TOLD = 50;

    private final transient List<String> problems;

    OpmlException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(List<String> problems) {
        String told = problems.stream().limit(TOLD).collect(Collectors.joining(System.lineSeparator()));
        int more = problems.size() - TOLD;
        return more <= 0 ? told : told + System.lineSeparator() + "and " + more + " more";
    }

    /** All of them. */
    public List<String> problems() {
        return problems;
    }
}

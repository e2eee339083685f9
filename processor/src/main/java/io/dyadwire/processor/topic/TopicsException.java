package io.dyadwire.processor.topic;

import java.util.List;

/** Topics that cannot be used, with every mistake in them. */
public final class TopicsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    TopicsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Every mistake, in the order of the files: {@code topics.txt:7:8: …}, line and column counting from 1, and on two more
     * lines the words and a caret under the place.
     */
    public List<String> problems() {
        return problems;
    }
}

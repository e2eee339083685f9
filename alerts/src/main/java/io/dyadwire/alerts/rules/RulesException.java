package io.dyadwire.alerts.rules;

import java.util.List;
import java.util.stream.Collectors;

/** The rules file is wrong. */
public final class RulesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final transient List<Mistake> mistakes;

    RulesException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
        this.mistakes = List.of();
    }

    /** @param name what the mistakes stand in */
    RulesException(String name, List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(mistake -> line(name, mistake))
                .collect(Collectors.joining(System.lineSeparator())));
        this.problems = mistakes.stream().map(mistake -> line(name, mistake)).toList();
        this.mistakes = List.copyOf(mistakes);
    }

    private static String line(String name, Mistake mistake) {
        return name + ": " + (mistake.path().isEmpty() ? "" : mistake.path() + ": ") + mistake.detail();
    }

    /** Every mistake, such as {@code rules.yaml: rules[2].pairs[0]: 'JPNKOR' is not …}, in the order of the file. */
    public List<String> problems() {
        return problems;
    }

    /** The same by their places, where they have one. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}

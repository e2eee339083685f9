package io.dyadwire.alerts.rules;

import java.util.List;

/** The rules file is wrong. */
public final class RulesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RulesException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Every mistake, such as {@code rules.yaml: rules[2].pairs[0]: 'JPNKOR' is not …}, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}

package io.dyadwire.alerts.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one file, so that all are told at once. */
final class Problems {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** @param path such as {@code rules[2].pairs[0]}; empty for the file as a whole */
    void add(String path, String problem) {
        found.add(new Mistake(path, problem));
    }

    int count() {
        return found.size();
    }

    void throwIfAny() throws RulesException {
        if (!found.isEmpty()) {
            throw new RulesException(file, found);
        }
    }
}

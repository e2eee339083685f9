package io.dyadwire.alerts.discipline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.rule.Severity;
import java.util.Comparator;
import java.util.List;

/** Something that a desk will be told. */
record Held(
        Alert alert,
        Severity severity,
        String story,
        Occasion occasion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> newFacts) {
    /** What comes first in an alert of several. */
    static final Comparator<Held> WEIGHTIEST = Comparator.comparing(Held::severity)
            .reversed()
            .thenComparing(held -> held.alert().at())
            .thenComparing(held -> held.alert().id().value());

    Held {
        newFacts = Check.list("newFacts", newFacts);
    }
}

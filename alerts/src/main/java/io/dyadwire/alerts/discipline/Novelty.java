package io.dyadwire.alerts.discipline;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.Occasion;
import java.util.List;

/** What is new about an alert to a deadline; its type says it. */
final class Novelty {
    private Novelty() {}

    static Occasion occasion(Alert alert) {
        return switch (alert.type()) {
            case CONFIRMED, MOVED, CONFLICT, CANCELLED, POSTPONED, MET -> Occasion.NEW_FACTS;
            case MATCH, ANNOUNCED, REMINDER, PASSED, CORRECTION, RETRACTION, DIGEST, STORM -> Occasion.FIRST;
        };
    }

    static List<String> facts(Alert alert) {
        if (alert.deadlines().isEmpty()) {
            return List.of();
        }
        var deadline = alert.deadlines().getFirst();
        return switch (alert.type()) {
            case CONFIRMED ->
                alert.article() == null
                        ? List.of()
                        : List.of("publisher " + alert.article().publisher());
            case MOVED -> List.of("date " + deadline.date());
            case CONFLICT -> List.of("date " + deadline.otherDate());
            case CANCELLED -> List.of("cancelled");
            case POSTPONED -> List.of("postponed");
            case MET -> List.of("done");
            case MATCH, ANNOUNCED, REMINDER, PASSED, CORRECTION, RETRACTION, DIGEST, STORM -> List.of();
        };
    }
}

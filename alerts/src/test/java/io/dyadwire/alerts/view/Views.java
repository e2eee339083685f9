package io.dyadwire.alerts.view;

import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.topic.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Views to test with. */
public final class Views {
    private Views() {}

    /** An empty one, complete; every rule was published at the epoch but for these. */
    public static DeadlineView complete(RuleBook book, Map<RuleId, Instant> since, InstantSource clock) {
        DeadlineView view = new DeadlineView(book, since, clock);
        view.complete();
        return view;
    }

    /** As if it had been read from the topic. */
    public static void put(DeadlineView view, Deadline deadline) {
        view.put(deadline, Topics.DEADLINES.valueSerde().write(deadline));
    }
}

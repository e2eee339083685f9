package io.dyadwire.alerts.view;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.topic.Topics;
import java.time.InstantSource;

/** Views to test with. */
public final class Views {
    private Views() {}

    /** An empty one, complete. */
    public static DeadlineView complete(RuleBook book, InstantSource clock) {
        DeadlineView view = new DeadlineView(LiveRules.of(book, clock), clock);
        view.complete();
        return view;
    }

    /** As if it had been read from the topic. */
    public static void put(DeadlineView view, Deadline deadline) {
        view.put(deadline, Topics.DEADLINES.valueSerde().write(deadline));
    }
}

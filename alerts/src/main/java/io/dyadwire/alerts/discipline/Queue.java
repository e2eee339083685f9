package io.dyadwire.alerts.discipline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.rule.RuleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a group waits to be told.
 *
 * @param held oldest first
 * @param more how much more waits than is held
 * @param why what for; absent when nothing waits
 * @param until when it is told; absent when nothing waits
 */
record Queue(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Held> held,
        int more,
        @Nullable DecisionOutcome why,
        @Nullable Instant until) {
    static final Queue EMPTY = new Queue(List.of(), 0, null, null);
    private static final int MAX_HELD = 100;

    /** In what is known of a story. */
    static final int SIZE_OF_HELD = 20;

    Queue {
        held = Check.list("held", held);
    }

    boolean isFull() {
        return held.size() >= MAX_HELD;
    }

    Queue with(Held another, DecisionOutcome what, Instant when) {
        if (isFull()) {
            return new Queue(held, more + 1, what, when);
        }
        List<Held> all = new ArrayList<>(held);
        all.add(another);
        return new Queue(all, more, what, when);
    }

    /** What waits of this article by this rule. */
    @Nullable
    Held of(RuleId rule, ArticleId article) {
        return held.stream()
                .filter(one -> one.alert().rule().id().equals(rule)
                        && one.alert().article() != null
                        && one.alert().article().id().equals(article))
                .findFirst()
                .orElse(null);
    }

    /** What waits of this story by this rule from this publisher. */
    @Nullable
    Held of(RuleId rule, String story, String publisher) {
        return held.stream()
                .filter(one -> one.alert().rule().id().equals(rule)
                        && one.story().equals(story)
                        && one.alert().article() != null
                        && one.alert().article().publisher().equals(publisher))
                .findFirst()
                .orElse(null);
    }

    /** With another in the place of this one; without it when there is no other. */
    Queue exchanging(Held old, @Nullable Held by) {
        List<Held> all = new ArrayList<>(held);
        if (by == null) {
            all.remove(old);
        } else {
            all.set(all.indexOf(old), by);
        }
        return all.isEmpty() && more == 0 ? EMPTY : new Queue(all, more, why, until);
    }

    /** The same, not told before this moment. */
    Queue notBefore(Instant moment) {
        return until == null || !until.isBefore(moment) ? this : new Queue(held, more, DecisionOutcome.SNOOZED, moment);
    }
}

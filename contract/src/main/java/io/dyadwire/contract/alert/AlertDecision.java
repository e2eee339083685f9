package io.dyadwire.contract.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.rule.DeskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one thing that one rule matched, and why: so that "why was I not told?" has an answer. What waits gets
 * a second decision when the wait is over. Key on Kafka: {@code subject}.
 *
 * @param id the same in every replay
 * @param subject the id of the article, or of the deadline where there is no article
 * @param at when it was decided, UTC, by the time of the news
 * @param reason one sentence for a person
 * @param alert the alert that tells of it; absent when none does yet
 * @param until when what waits is to be told
 * @param group what it is put together by
 */
public record AlertDecision(
        String id,
        String subject,
        DeskId desk,
        AlertRule rule,
        AlertType type,
        Instant at,
        DecisionOutcome outcome,
        @Nullable Occasion occasion,
        String reason,
        @Nullable AlertId alert,
        @Nullable Instant until,
        @Nullable String group,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> newFacts) {
    public AlertDecision {
        Check.text("id", id);
        Check.text("subject", subject);
        Check.present("desk", desk);
        Check.present("rule", rule);
        Check.present("type", type);
        Check.present("at", at);
        Check.present("outcome", outcome);
        Check.text("reason", reason);
        newFacts = Check.list("newFacts", newFacts);
        Check.that(
                (outcome == DecisionOutcome.FIRED) == (alert != null),
                "alert: there must be one when a desk is told, and none when it is not");
    }

    /** The desk is not told of this. */
    public static AlertDecision against(
            Alert of, Instant at, DecisionOutcome outcome, String reason, @Nullable String group) {
        return new AlertDecision(
                Digest.of(of.id().value(), outcome.name(), at.toString()),
                of.subject(),
                of.desk(),
                of.rule(),
                of.type(),
                at,
                outcome,
                null,
                reason,
                null,
                null,
                group,
                List.of());
    }
}

package io.dyadwire.alerts.discipline;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertMember;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.rule.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what a desk is told. The ids follow from what is told, and not from when. */
final class Telling {
    private static final int MAX_MEMBERS = 50;

    private Telling() {}

    /** What waits, as one alert: the weightiest whole, the others as its members. */
    static Alert of(Group group, Queue queue, Instant now) {
        List<Held> all = queue.held().stream().sorted(Held.WEIGHTIEST).toList();
        Held head = all.getFirst();
        boolean together = queue.why() == DecisionOutcome.DIGESTED || queue.why() == DecisionOutcome.THROTTLED;
        boolean alone = all.size() == 1 && queue.more() == 0;
        List<String> newFacts = all.stream()
                .flatMap(held -> held.newFacts().stream())
                .distinct()
                .toList();
        List<AlertMember> members = all.stream()
                .skip(1)
                .limit(MAX_MEMBERS)
                .map(held -> AlertMember.of(held.alert()))
                .toList();
        Occasion occasion = occasion(queue, all);
        Known known = group.stories().get(head.story());
        AlertNotice notice = new AlertNotice(
                head.severity(),
                occasion,
                newFacts,
                head.alert().type() == AlertType.MATCH ? head.story() : null,
                group.name(),
                members,
                all.size() - 1 - members.size() + queue.more(),
                known == null ? List.of() : known.sources(),
                known == null ? null : known.lastAlert(),
                group.route());
        AlertId id = alone && !together ? head.alert().id() : idOf(all, together ? "digest" : "group");
        AlertType type = together ? AlertType.DIGEST : head.alert().type();
        return head.alert().told(id, type, now, reason(head, queue, all.size() + queue.more(), newFacts), notice);
    }

    /** The same again. */
    static Alert repeat(Group group, Alert last, int repeats, Instant now) {
        AlertNotice before = Objects.requireNonNull(last.notice());
        AlertNotice notice = new AlertNotice(
                before.severity(),
                Occasion.REPEAT_DUE,
                before.newFacts(),
                before.story(),
                group.name(),
                before.members(),
                before.more(),
                before.sources(),
                last.id(),
                group.route());
        String reason = "Again, as nobody has acknowledged it. " + last.reason();
        return last.told(
                AlertId.of("repeat", last.id().value(), Integer.toString(repeats + 1)),
                last.type(),
                now,
                reason,
                notice);
    }

    /** That an article which was told of has been corrected or withdrawn. */
    static Alert corrected(Candidate candidate, AlertType notice, AlertId earlier, Instant now) {
        Alert alert = candidate.alert();
        AlertArticle article = Objects.requireNonNull(alert.article());
        Occasion occasion = notice == AlertType.RETRACTION ? Occasion.RETRACTION : Occasion.CORRECTION;
        String what = notice == AlertType.RETRACTION ? "Withdrawn" : "Corrected";
        AlertId id = AlertId.of(
                notice.name(), alert.rule().id().value(), article.id().value(), String.valueOf(article.version()));
        String reason = what + " by " + article.publisher() + "; you were told of an earlier version.";
        return alert.told(
                id,
                notice,
                now,
                reason,
                simple(candidate.severity(), occasion, candidate.story(), "story " + candidate.story(), earlier));
    }

    /** That a rule fires too often; {@code until} is when the rest is told. */
    static Alert storm(Candidate candidate, int alerts, Instant since, Instant until, String group, Instant now) {
        Alert alert = candidate.alert();
        AlertId id = AlertId.of("storm", alert.desk().value(), alert.rule().id().value(), since.toString());
        String reason = "\"" + alert.rule().name() + "\" has fired " + alerts + " times since " + since
                + "; the rest comes together at " + until + ".";
        return alert.told(
                id, AlertType.STORM, now, reason, simple(candidate.severity(), Occasion.STORM, null, group, null));
    }

    private static AlertNotice simple(
            Severity severity, Occasion occasion, @Nullable String story, String group, @Nullable AlertId earlier) {
        return new AlertNotice(severity, occasion, List.of(), story, group, List.of(), 0, List.of(), earlier, null);
    }

    private static Occasion occasion(Queue queue, List<Held> all) {
        if (queue.why() == DecisionOutcome.DIGESTED) {
            return Occasion.DIGEST;
        }
        if (queue.why() == DecisionOutcome.THROTTLED) {
            return Occasion.STORM;
        }
        return all.stream().anyMatch(held -> held.occasion() == Occasion.FIRST)
                ? Occasion.FIRST
                : all.getFirst().occasion();
    }

    private static String reason(Held head, Queue queue, int size, List<String> newFacts) {
        String what =
                switch (queue.why()) {
                    case DIGESTED -> "Digest of " + size + ". ";
                    case THROTTLED -> size + " more of a rule that fires often. ";
                    case null, default -> size > 1 ? size + " together. " : "";
                };
        // An alert to a deadline says itself what is new.
        boolean tells = head.alert().type() == AlertType.MATCH && head.occasion() == Occasion.NEW_FACTS;
        String fresh = tells && !newFacts.isEmpty()
                ? newFacts.stream().limit(5).collect(Collectors.joining(", ", "New: ", ". "))
                : "";
        return what + fresh + head.alert().reason();
    }

    private static AlertId idOf(List<Held> all, String kind) {
        Stream<String> ids = all.stream().map(held -> held.alert().id().value()).sorted();
        return AlertId.of(Stream.concat(Stream.of(kind), ids).toArray(String[]::new));
    }
}

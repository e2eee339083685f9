package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.match.Excerpts;
import io.dyadwire.alerts.match.RuleMatch;
import io.dyadwire.alerts.topology.Countdown.Moment;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts alerts together. Their ids come from what they tell and not from when or where they are made, so that the same
 * alert has the same id in every replay:
 *
 * <table>
 * <caption>What the id of an alert is the hash of</caption>
 * <tr><td>a match</td><td>type, rule, article; for another version of it, that version too</td></tr>
 * <tr><td>a change of a deadline</td><td>type, rule, deadline, its date, the article that said so</td></tr>
 * <tr><td>a conflict</td><td>type, rule, deadline, its date, the other date</td></tr>
 * <tr><td>a reminder, a day that passed</td><td>type, rule, deadline, its date, the moment it was due</td></tr>
 * </table>
 */
final class AlertComposer {
    private static final int MAX_DEADLINES = 10;

    private final Function<DeskId, ZoneId> zones;

    /** @param zones where the days of a desk begin and end */
    AlertComposer(Function<DeskId, ZoneId> zones) {
        this.zones = zones;
    }

    /** @param again whether an earlier version of the article matched: then this is another alert */
    Alert match(RuleMatch match, TaggedArticle tagged, Excerpts excerpts, boolean again, Instant at) {
        Rule rule = match.rule();
        String article = tagged.article().id().value();
        String version = Integer.toString(tagged.article().version());
        AlertId id = again
                ? AlertId.of("match", rule.id().value(), article, version)
                : AlertId.of("match", rule.id().value(), article);
        List<AlertDeadline> deadlines = tagged.deadlines().stream()
                .limit(MAX_DEADLINES)
                .map(tag -> named(tag, excerpts, rule, at))
                .toList();
        return new Alert(
                id,
                AlertType.MATCH,
                rule.desk(),
                ruleOf(rule),
                at,
                Reason.match(rule, match.evidence()),
                AlertArticle.of(tagged.article()),
                about(tagged),
                tagged.pairs().stream().map(PairTag::pair).toList(),
                tagged.topics().stream().map(TopicTag::topic).toList(),
                match.evidence(),
                deadlines);
    }

    /** An article that matched the rule in an earlier version, and no longer does. */
    Alert corrected(Rule rule, TaggedArticle tagged, Instant at) {
        String article = tagged.article().id().value();
        return new Alert(
                AlertId.of(
                        "match",
                        rule.id().value(),
                        article,
                        Integer.toString(tagged.article().version())),
                AlertType.MATCH,
                rule.desk(),
                ruleOf(rule),
                at,
                "Matched \"" + rule.name() + "\" in an earlier version.",
                AlertArticle.of(tagged.article()),
                about(tagged),
                tagged.pairs().stream().map(PairTag::pair).toList(),
                tagged.topics().stream().map(TopicTag::topic).toList(),
                List.of(),
                List.of());
    }

    /** @param before as the desks knew it; absent when nobody did */
    Alert changed(AlertType type, Rule rule, Deadline now, @Nullable Deadline before, Instant at) {
        PartialDate previous = before == null || before.date().equals(now.date()) ? null : before.date();
        String previousQuote = before == null ? null : before.latest().quote();
        AlertDeadline deadline = shown(now, rule, at, previous, previousQuote);
        AlertId id = AlertId.of(
                type.name(),
                rule.id().value(),
                now.id(),
                now.date().value(),
                now.latest().articleId().value());
        String reason = ChangeReason.of(type, now, before, today(rule, at));
        return aboutDeadline(id, type, rule, at, reason, now, now.latest(), deadline);
    }

    /** @param other what another publisher says, who gives another date */
    Alert disputed(Rule rule, Deadline now, DeadlineStatement other, Instant at) {
        PartialDate date = Objects.requireNonNull(other.date());
        AlertDeadline shown = new AlertDeadline(
                now.id(),
                now.what(),
                now.kind(),
                now.date(),
                daysLeft(now.date(), rule, at),
                null,
                now.latest().quote(),
                null,
                date,
                other.quote());
        AlertId id = AlertId.of(
                AlertType.CONFLICT.name(),
                rule.id().value(),
                now.id(),
                now.date().value(),
                date.value());
        String reason = ChangeReason.dispute(now, other, today(rule, at));
        return aboutDeadline(id, AlertType.CONFLICT, rule, at, reason, now, other, shown);
    }

    /** @param now by the clock: what the days left are counted from when the moment was missed */
    Alert due(Moment moment, Rule rule, Deadline deadline, Instant now) {
        AlertDeadline shown = shown(deadline, rule, later(moment.at(), now), null, null);
        AlertId id = dueId(moment, rule, deadline.id(), deadline.date());
        String reason = Reason.due(moment.type(), shown, deadline.lastSeen());
        return aboutDeadline(id, moment.type(), rule, moment.at(), reason, deadline, deadline.latest(), shown);
    }

    /** A moment of the deadline that this rule sets. */
    Alert ownDue(Moment moment, Rule rule, Instant now) {
        PartialDate date = PartialDate.of(Objects.requireNonNull(rule.due()));
        AlertDeadline shown = new AlertDeadline(
                rule.key(),
                Objects.requireNonNull(rule.what()),
                DeadlineKind.DEADLINE,
                date,
                daysLeft(date, rule, later(moment.at(), now)),
                null,
                null,
                null);
        return new Alert(
                dueId(moment, rule, rule.key(), date),
                moment.type(),
                rule.desk(),
                ruleOf(rule),
                moment.at(),
                Reason.due(moment.type(), shown, null),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(shown));
    }

    private static Alert aboutDeadline(
            AlertId id,
            AlertType type,
            Rule rule,
            Instant at,
            String reason,
            Deadline deadline,
            DeadlineStatement said,
            AlertDeadline shown) {
        return new Alert(
                id,
                type,
                rule.desk(),
                ruleOf(rule),
                at,
                reason,
                AlertArticle.of(said),
                countries(deadline.pairs()),
                deadline.pairs(),
                deadline.topics(),
                List.of(),
                List.of(shown));
    }

    private AlertDeadline named(DeadlineTag tag, Excerpts excerpts, Rule rule, Instant at) {
        String quote = excerpts.around(tag.evidence().getFirst()).text();
        long daysLeft = daysLeft(tag.date(), rule, at);
        return new AlertDeadline(tag.id(), tag.what(), tag.kind(), tag.date(), daysLeft, null, quote, null);
    }

    private AlertDeadline shown(
            Deadline deadline, Rule rule, Instant at, @Nullable PartialDate previous, @Nullable String previousQuote) {
        return new AlertDeadline(
                deadline.id(),
                deadline.what(),
                deadline.kind(),
                deadline.date(),
                daysLeft(deadline.date(), rule, at),
                previous,
                deadline.latest().quote(),
                previousQuote);
    }

    private long daysLeft(PartialDate date, Rule rule, Instant at) {
        return ChronoUnit.DAYS.between(today(rule, at), date.lastDay());
    }

    private LocalDate today(Rule rule, Instant at) {
        return LocalDate.ofInstant(at, zones.apply(rule.desk()));
    }

    private static AlertId dueId(Moment moment, Rule rule, String deadline, PartialDate date) {
        return AlertId.of(
                moment.type().name(),
                rule.id().value(),
                deadline,
                date.value(),
                moment.at().toString());
    }

    private static AlertRule ruleOf(Rule rule) {
        return new AlertRule(rule.id(), rule.name(), rule.version());
    }

    private static List<String> about(TaggedArticle tagged) {
        return tagged.countries().stream()
                .filter(country -> country.role() == Role.ABOUT)
                .map(CountryTag::code)
                .toList();
    }

    private static List<String> countries(List<Pair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .distinct()
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

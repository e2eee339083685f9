package io.dyadwire.alerts.discipline;

import io.dyadwire.alerts.plan.DigestTimes;
import io.dyadwire.alerts.plan.Label;
import io.dyadwire.alerts.plan.Route;
import io.dyadwire.alerts.plan.Throttle;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what is to be told into its groups: left out when it tells nothing new, told at once, or held until its time. */
final class Grouping {
    private final Memory memory;

    /** What something waits for, and until when. */
    private record Wait(DecisionOutcome why, Instant until, String reason) {}

    Grouping(Memory memory) {
        this.memory = memory;
    }

    void take(Candidate candidate, Desk desk, List<Route> routes, Instant at, Turn turn) {
        String story = story(candidate, desk, at, turn);
        Meter meter = meter(candidate, desk, at);
        boolean counted = false;
        for (int i = 0; i < routes.size(); i++) {
            Candidate here = i == 0 ? candidate : copyFor(candidate, routes.get(i));
            boolean news = route(here, desk, routes.get(i), story, meter, at, turn);
            counted |= news;
        }
        Throttle throttle = desk.plan().throttle();
        if (counted && throttle != null) {
            Meter next = meter.alerts() < throttle.alerts() ? meter.oneMore() : meter.storming();
            turn.later(() -> memory.put(desk.id(), candidate.alert().rule().id(), next));
        }
    }

    /** What waits of an article is not told when it no longer matches, and is corrected or withdrawn. */
    void drop(Candidate candidate, Desk desk, Route route, Instant at, Turn turn) {
        AlertArticle article = candidate.alert().article();
        Group group = memory.group(Group.key(desk.id(), name(route, candidate, story(candidate, desk, at, turn))));
        Held waits = group == null || article == null
                ? null
                : group.queue().of(candidate.alert().rule().id(), article.id());
        if (group != null && waits != null) {
            String reason = "The article was corrected or withdrawn before the desk was told, and no longer matches.";
            turn.drop(waits.alert(), at, DecisionOutcome.DEDUPLICATED, reason, group.name());
            turn.later(() -> memory.put(group.with(group.queue().exchanging(waits, null))));
        }
    }

    /** An alert on a second route is another alert. */
    private static Candidate copyFor(Candidate c, Route route) {
        Alert a = c.alert();
        AlertId id = AlertId.of("route", route.path(), a.id().value());
        Alert copy = new Alert(
                id,
                a.type(),
                a.desk(),
                a.rule(),
                a.at(),
                a.reason(),
                a.article(),
                a.countries(),
                a.pairs(),
                a.topics(),
                a.evidence(),
                a.deadlines());
        return new Candidate(copy, c.severity(), c.story(), c.textKey(), c.facts(), c.again(), c.notice(), c.matches());
    }

    /** The story that it belongs to: the one that an article with its headline or its text was counted to before. */
    private String story(Candidate candidate, Desk desk, Instant at, Turn turn) {
        if (candidate.alert().type() != AlertType.MATCH) {
            return candidate.story();
        }
        String known = memory.story(desk.id(), candidate.story());
        if (known == null && candidate.textKey() != null) {
            known = memory.story(desk.id(), candidate.textKey());
        }
        String story = known == null ? candidate.story() : known;
        turn.later(() -> memory.putStory(desk.id(), candidate.story(), story, at));
        if (candidate.textKey() != null) {
            turn.later(() -> memory.putStory(desk.id(), candidate.textKey(), story, at));
        }
        return story;
    }

    private Meter meter(Candidate candidate, Desk desk, Instant at) {
        Throttle throttle = desk.plan().throttle();
        Meter known = throttle == null
                ? null
                : memory.meter(desk.id(), candidate.alert().rule().id());
        return known == null ? new Meter(at, 0, false) : known.at(at, throttle.within());
    }

    /** Whether it tells something new here. */
    private boolean route(
            Candidate candidate, Desk desk, Route route, String story, Meter meter, Instant at, Turn turn) {
        String name = name(route, candidate, story);
        Group known = memory.group(Group.key(desk.id(), name));
        Group group = known == null ? Group.begun(desk.id(), route.path(), name, at) : known;
        if (exchanged(candidate, group, story, at, turn)) {
            return false;
        }
        Held held = held(candidate, group, story);
        if (held == null) {
            leaveOut(candidate, group, story, at, turn);
            return false;
        }
        Group knowing = remembered(candidate, group, story, at);
        Throttle throttle = desk.plan().throttle();
        if (throttle != null && meter.alerts() >= throttle.alerts()) {
            turn.later(() -> memory.put(knowing));
            throttle(held, candidate, desk, throttle, meter, at, turn);
            return true;
        }
        Wait wait = wait(candidate, desk, route, group, at);
        Queue queue = knowing.queue().with(held, wait.why(), wait.until());
        if (wait.until().isAfter(at)) {
            turn.hold(held, at, wait.why(), wait.reason() + fullness(knowing), wait.until(), name);
            turn.later(() -> memory.put(knowing.with(queue)));
        } else {
            tell(knowing, queue, desk, at, turn);
        }
        return true;
    }

    /** Another version of what waits takes its place: nobody is told what no longer holds. */
    private boolean exchanged(Candidate candidate, Group group, String story, Instant at, Turn turn) {
        AlertArticle article = candidate.alert().article();
        RuleId rule = candidate.alert().rule().id();
        if (article == null || candidate.alert().type() != AlertType.MATCH) {
            return false;
        }
        boolean withdrawn = candidate.notice() == AlertType.RETRACTION;
        Held own = group.queue().of(rule, article.id());
        // Agencies withdraw a story by an article of its own.
        Held waits = own == null && withdrawn ? group.queue().of(rule, story, article.publisher()) : own;
        if (waits == null || candidate.alert().equals(waits.alert())) {
            return false;
        }
        Held by = new Held(candidate.alert(), candidate.severity(), waits.story(), waits.occasion(), waits.newFacts());
        Known known = group.stories().getOrDefault(waits.story(), Known.nothing(at));
        Group next = group.with(group.queue().exchanging(waits, withdrawn ? null : by))
                .knowing(waits.story(), known.with(candidate.facts(), article, at));
        String reason = withdrawn
                ? "The article was withdrawn before the desk was told."
                : "A newer version of the article is told in its place.";
        turn.drop(waits.alert(), at, DecisionOutcome.DEDUPLICATED, reason, group.name());
        if (own == null) {
            String what = "It withdraws what the desk was not told of yet.";
            turn.drop(candidate.alert(), at, DecisionOutcome.DEDUPLICATED, what, group.name());
        }
        turn.later(() -> memory.put(next));
        return true;
    }

    /** What there is to tell; null when it is nothing new. */
    private static @Nullable Held held(Candidate candidate, Group group, String story) {
        Alert alert = candidate.alert();
        if (alert.type() != AlertType.MATCH) {
            return new Held(alert, candidate.severity(), story, Novelty.occasion(alert), Novelty.facts(alert));
        }
        Known known = group.stories().get(story);
        if (known == null) {
            return candidate.again() ? null : new Held(alert, candidate.severity(), story, Occasion.FIRST, List.of());
        }
        List<String> fresh = known.newOf(candidate.facts());
        return fresh.isEmpty() ? null : new Held(alert, candidate.severity(), story, Occasion.NEW_FACTS, fresh);
    }

    private void leaveOut(Candidate candidate, Group group, String story, Instant at, Turn turn) {
        Known known = group.stories().get(story);
        String reason = known == null
                ? "An earlier version of the article was decided about."
                : "The same story was told or is to be, and this adds nothing: no new date, number or country.";
        turn.drop(candidate.alert(), at, DecisionOutcome.DEDUPLICATED, reason, group.name());
        if (known != null) {
            Group next = group.knowing(story, known.withSource(candidate.alert().article(), at));
            turn.later(() -> memory.put(next));
        }
    }

    private static Group remembered(Candidate candidate, Group group, String story, Instant at) {
        if (candidate.alert().type() != AlertType.MATCH) {
            return group.seen(at);
        }
        Known known = group.stories().getOrDefault(story, Known.nothing(at));
        return group.knowing(
                story, known.with(candidate.facts(), candidate.alert().article(), at));
    }

    private Wait wait(Candidate candidate, Desk desk, Route route, Group group, Instant at) {
        Queue queue = group.queue();
        Instant snoozed = group.snoozedUntil();
        if (snoozed != null && snoozed.isAfter(at)) {
            return new Wait(DecisionOutcome.SNOOZED, snoozed, "Somebody at the desk snoozed its group.");
        }
        if (queue.until() != null) {
            return new Wait(
                    Objects.requireNonNull(queue.why()), queue.until(), "Waits with what else came of its group.");
        }
        Ratings ratings = memory.ratings(desk.id(), candidate.alert().rule().id());
        boolean demoted = ratings.isUnder(desk.plan().floor());
        DigestTimes digest = demoted && route.digest() == null ? DigestTimes.DAILY : route.digest();
        if (digest != null) {
            String reason = demoted
                    ? "Waits for the digest: of " + ratings.rated() + " rated alerts of the rule " + ratings.useful()
                            + " were useful, fewer than the desk asks for."
                    : "Waits for the desk's digest.";
            return muted(route, desk, new Wait(DecisionOutcome.DIGESTED, digest.next(at, desk.zone()), reason));
        }
        Instant told = group.past().toldAt();
        Instant until = told == null ? at.plus(route.groupWait()) : told.plus(route.groupInterval());
        Wait wait = new Wait(
                DecisionOutcome.GROUPED,
                until.isBefore(at) ? at : until,
                "Waits to be told together with what else comes of its group.");
        return muted(route, desk, wait);
    }

    private static Wait muted(Route route, Desk desk, Wait wait) {
        Instant free = route.unmuted(wait.until(), desk.zone());
        if (free.equals(wait.until())) {
            return wait;
        }
        DecisionOutcome why = wait.why() == DecisionOutcome.DIGESTED ? wait.why() : DecisionOutcome.MUTED;
        return new Wait(why, free, "The desk is not told at this time of its week.");
    }

    private void throttle(
            Held held, Candidate candidate, Desk desk, Throttle throttle, Meter meter, Instant at, Turn turn) {
        String name = "storm of rule " + candidate.alert().rule().id();
        Instant until = meter.since().plus(throttle.within());
        Group known = memory.group(Group.key(desk.id(), name));
        Group group = known == null ? Group.begun(desk.id(), desk.plan().route().path(), name, at) : known;
        Queue queue = group.queue().with(held, DecisionOutcome.THROTTLED, until);
        String reason = "The rule has fired " + meter.alerts() + " times since " + meter.since()
                + ", as often as the desk allows.";
        turn.hold(held, at, DecisionOutcome.THROTTLED, reason + fullness(group), until, name);
        turn.later(() -> memory.put(group.with(queue)));
        if (!meter.storm()) {
            turn.raise(Telling.storm(candidate, meter.alerts(), meter.since(), until, name, at));
        }
    }

    /** Tells the desk what waits, now. */
    void tell(Group group, Queue queue, Desk desk, Instant at, Turn turn) {
        Alert alert = Telling.of(group, queue, at);
        Occasion occasion = Objects.requireNonNull(alert.notice()).occasion();
        turn.raise(alert);
        Group next = group.with(Queue.EMPTY).with(Past.told(alert, at, repeatAt(group, desk, at)));
        for (Held held : queue.held()) {
            Occasion why = queue.held().size() == 1 ? occasion : held.occasion();
            turn.fire(held.alert(), at, why, held.newFacts(), alert, group.name());
            AlertArticle article = held.alert().article();
            if (held.alert().type() == AlertType.MATCH && article != null) {
                RuleId rule = held.alert().rule().id();
                turn.later(() -> memory.putTold(desk.id(), rule, article.id().value(), alert.id(), at));
                turn.later(() -> memory.putTold(desk.id(), rule, held.story(), alert.id(), at));
            }
            Known known = next.stories().get(held.story());
            next = known == null ? next : next.knowing(held.story(), known.told(alert.id()));
        }
        Group told = next;
        boolean over = told.isSpent() && isOfOneStory(told, desk);
        turn.later(over ? () -> memory.remove(told) : () -> memory.put(told));
    }

    /** Each alert to a deadline is a story of its own: nothing more can come of its group. */
    private static boolean isOfOneStory(Group group, Desk desk) {
        Route route = desk.plan().route().at(group.route());
        return route == null || route.groupBy().contains(Label.STORY);
    }

    private static String fullness(Group group) {
        return group.queue().isFull() ? " So much waits already that then it is only counted." : "";
    }

    private static @Nullable Instant repeatAt(Group group, Desk desk, Instant at) {
        Route route = desk.plan().route().at(group.route());
        Duration interval = route == null ? null : route.repeatInterval();
        return interval == null ? null : route.unmuted(at.plus(interval), desk.zone());
    }

    /** Such as {@code rule export-controls, pair JPN-KOR}; of a label with several values the first. */
    private static String name(Route route, Candidate candidate, String story) {
        String where = route.path().isEmpty() ? "" : "route " + route.path() + ": ";
        if (route.groupBy().isEmpty()) {
            return where + "everything";
        }
        return where
                + route.groupBy().stream()
                        .map(label -> label.word() + " " + value(label, candidate, story))
                        .collect(Collectors.joining(", "));
    }

    private static String value(Label label, Candidate candidate, String story) {
        List<String> values = label.of(candidate.alert(), candidate.severity(), story);
        return values.isEmpty() ? "none" : values.getFirst();
    }
}

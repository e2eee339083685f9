package io.dyadwire.alerts.discipline;

import io.dyadwire.alerts.plan.Route;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.alert.DeskActionKind;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a desk is told of what its rules matched, and when. In this order: a correction reaches who was told of what
 * it corrects; a silence; an inhibition; then, on each route, the story, the throttle and the wait.
 */
public final class Discipline {
    /** What is repeated more often than this, nobody reads. */
    private static final int MAX_REPEATS = 10;

    private static final String NO_DESK = "Its desk is not there any more.";

    private final Function<DeskId, @Nullable Desk> desks;
    private final Memory memory;
    private final Gate gate;
    private final Grouping grouping;

    /**
     * A discipline with this memory.
     *
     * @param desks a desk by its id; null where there is none
     * @param silences all that are known, also those that are over or to come
     */
    public Discipline(Function<DeskId, @Nullable Desk> desks, Supplier<Collection<Silence>> silences, Memory memory) {
        this.desks = desks;
        this.memory = memory;
        this.gate = new Gate(silences, memory);
        this.grouping = new Grouping(memory);
    }

    /** What comes of something that a rule matched. */
    public Turn take(Candidate candidate, Instant at) {
        Turn turn = new Turn();
        Alert alert = candidate.alert();
        Desk desk = desks.apply(alert.desk());
        if (desk == null) {
            if (candidate.matches()) {
                turn.drop(alert, at, DecisionOutcome.NO_DESK, NO_DESK, null);
            }
            return turn;
        }
        if (corrects(candidate, desk, at, turn)) {
            return turn;
        }
        List<Route> routes = desk.plan().route().of(alert, candidate.severity());
        if (!candidate.matches()) {
            routes.forEach(route -> grouping.drop(candidate, desk, route, at, turn));
            return turn;
        }
        Silence silence = gate.silence(alert, at);
        if (silence != null) {
            turn.drop(alert, at, DecisionOutcome.SILENCED, words(silence), null);
            return turn;
        }
        Instant source = gate.heldBackSince(desk, candidate, at);
        if (source != null) {
            String reason = "Held back by what the desk was told at " + source + ", as its inhibitions say.";
            turn.drop(alert, at, DecisionOutcome.INHIBITED, reason, null);
            return turn;
        }
        gate.seen(desk, candidate, at, turn);
        grouping.take(candidate, desk, routes, at, turn);
        return turn;
    }

    /** What comes of what somebody did. */
    public Turn act(DeskAction action) {
        Turn turn = new Turn();
        Group group = memory.group(Group.key(action.desk(), action.group()));
        switch (action.kind()) {
            case ACKNOWLEDGE -> {
                if (group != null) {
                    put(group.with(group.past().acknowledged()), turn);
                }
            }
            case SNOOZE -> {
                if (group != null) {
                    put(group.snoozed(Objects.requireNonNull(action.until())), turn);
                }
            }
            case USEFUL, NOT_USEFUL -> {
                boolean useful = action.kind() == DeskActionKind.USEFUL;
                Ratings ratings = memory.ratings(action.desk(), action.rule()).with(action.alert(), useful);
                turn.later(() -> memory.put(action.desk(), action.rule(), ratings));
            }
        }
        return turn;
    }

    /** What is due of this group by now: what waits, a repeat, or that it is forgotten. */
    public Turn due(String key, Instant now) {
        Turn turn = new Turn();
        Group group = memory.group(key);
        if (group == null) {
            return turn;
        }
        Desk desk = desks.apply(group.desk());
        if (desk == null) {
            for (Held held : group.queue().held()) {
                turn.drop(held.alert(), now, DecisionOutcome.NO_DESK, NO_DESK, group.name());
            }
            turn.later(() -> memory.remove(group));
            return turn;
        }
        Instant flush = group.queue().until();
        Instant repeat = group.past().repeatAt();
        if (flush != null && !flush.isAfter(now)) {
            flush(group, desk, flush, turn);
        } else if (repeat != null && !repeat.isAfter(now)) {
            repeat(group, desk, repeat, turn);
        } else if (!group.forgetAt().isAfter(now)) {
            turn.later(() -> memory.remove(group));
        }
        return turn;
    }

    private void flush(Group group, Desk desk, Instant at, Turn turn) {
        Queue queue = group.queue();
        for (Held held : queue.held()) {
            Silence silence = gate.silence(held.alert(), at);
            if (silence != null) {
                turn.drop(held.alert(), at, DecisionOutcome.SILENCED, words(silence), group.name());
                queue = queue.exchanging(held, null);
            }
        }
        if (queue.held().isEmpty()) {
            put(group.with(Queue.EMPTY), turn);
        } else {
            grouping.tell(group, queue, desk, at, turn);
        }
    }

    private void repeat(Group group, Desk desk, Instant at, Turn turn) {
        Past past = group.past();
        Route route = desk.plan().route().at(group.route());
        Duration interval = route == null ? null : route.repeatInterval();
        Alert last = past.last();
        if (last == null || interval == null) {
            put(group.with(past.acknowledged()), turn);
            return;
        }
        Silence silence = gate.silence(last, at);
        if (silence != null) {
            turn.drop(last, at, DecisionOutcome.SILENCED, words(silence), group.name());
            put(group.with(past.notBefore(route.unmuted(silence.until(), desk.zone()))), turn);
            return;
        }
        Alert again = Telling.repeat(group, last, past.repeats(), at);
        turn.raise(again);
        turn.fire(last, at, Objects.requireNonNull(again.notice()).occasion(), List.of(), again, group.name());
        boolean more = past.repeats() + 1 < MAX_REPEATS;
        Instant next = more ? route.unmuted(at.plus(interval), desk.zone()) : null;
        put(group.with(past.repeated(at, next)), turn);
    }

    /** Whether it was a correction that went to who was told of the article. */
    private boolean corrects(Candidate candidate, Desk desk, Instant at, Turn turn) {
        AlertType notice = candidate.notice();
        AlertArticle article = candidate.alert().article();
        if (notice == null || article == null) {
            return false;
        }
        var rule = candidate.alert().rule().id();
        AlertId earlier = memory.told(desk.id(), rule, article.id().value());
        if (earlier == null) {
            // Agencies send a correction as an article of its own, under the same headline.
            earlier = memory.told(desk.id(), rule, candidate.story());
        }
        if (earlier == null) {
            return false;
        }
        Alert alert = Telling.corrected(candidate, notice, earlier, at);
        if (alert.id().equals(earlier)) {
            // This version of the correction was told.
            return true;
        }
        turn.raise(alert);
        turn.fire(
                candidate.alert(),
                at,
                Objects.requireNonNull(alert.notice()).occasion(),
                List.of(),
                alert,
                alert.notice().group());
        turn.later(() -> memory.putTold(desk.id(), rule, article.id().value(), alert.id(), at));
        return true;
    }

    private void put(Group group, Turn turn) {
        turn.later(() -> memory.put(group));
    }

    private static String words(Silence silence) {
        String why = silence.comment() == null ? "" : ": " + silence.comment();
        return "Silenced by " + silence.by() + " until " + silence.until() + why + ".";
    }
}

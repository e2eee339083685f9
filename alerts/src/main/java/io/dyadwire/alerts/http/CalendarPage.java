package io.dyadwire.alerts.http;

import io.dyadwire.alerts.calendar.CalendarEvent;
import io.dyadwire.alerts.calendar.CalendarFile;
import io.dyadwire.alerts.calendar.DeadlineEvents;
import io.dyadwire.alerts.view.DeadlineView;
import io.dyadwire.alerts.view.Listed;
import io.dyadwire.alerts.view.Wanted;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.LeadTime;
import io.dyadwire.contract.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /calendar.ics}. What is over stays for {@value #KEPT_DAYS} days, and what was called or put off for so long after it
 * was, so that every client sees it. A calendar holds {@value #MOST} events; beyond, those nearest from today on are kept.
 */
final class CalendarPage {
    static final Set<String> PARAMETERS = Set.of("pair", "topic", "desk");
    static final int MOST = 2000;
    static final int KEPT_DAYS = 30;

    private CalendarPage() {}

    static byte[] of(DeadlineView view, Parameters parameters, Instant now) {
        Wanted wanted = parameters.wanted(view.rules().desks());
        DeskId desk = wanted.desk();
        ZoneId zone =
                desk == null ? ZoneOffset.UTC : view.rules().desks().desk(desk).zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Wanted recent = wanted.notOverBefore(today.minusDays(KEPT_DAYS));
        Stream<CalendarEvent> told = nearest(view.find(recent, null).filter(listed -> isShown(listed, now)), today)
                .map(listed -> DeadlineEvents.of(listed.deadline(), remind(listed, desk), zone));
        Stream<CalendarEvent> all = Stream.concat(told, own(view, recent, zone));
        return CalendarFile.of(
                name(view, wanted),
                all.sorted(Comparator.comparing(CalendarEvent::lastDay).thenComparing(CalendarEvent::uid))
                        .limit(MOST)
                        .toList());
    }

    private static boolean isShown(Listed listed, Instant now) {
        boolean off = listed.state() == DeadlineState.CANCELLED || listed.state() == DeadlineState.POSTPONED;
        return !off || listed.lastSeen().plus(Duration.ofDays(KEPT_DAYS)).isAfter(now);
    }

    /** All, or as many as a calendar holds: from today on, then the latest of those before. */
    private static Stream<Listed> nearest(Stream<Listed> found, LocalDate today) {
        List<Listed> all = found.toList();
        int over = 0;
        while (over < all.size() && all.get(over).place().lastDay().isBefore(today)) {
            over++;
        }
        int first = Math.min(over, Math.max(0, all.size() - MOST));
        return all.subList(first, Math.min(all.size(), first + MOST)).stream();
    }

    private static Set<LeadTime> remind(Listed listed, @Nullable DeskId desk) {
        return listed.rules().stream()
                .filter(rule -> rule.desk().equals(desk))
                .flatMap(rule -> rule.remind().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<CalendarEvent> own(DeadlineView view, Wanted wanted, ZoneId zone) {
        if (wanted.desk() == null || wanted.pair() != null || wanted.topic() != null) {
            return Stream.empty();
        }
        Stream<CalendarEvent> set = view.ownOf(wanted.desk()).stream()
                .filter(rule -> covers(wanted, rule))
                .sorted(Comparator.comparing(Rule::due))
                .limit(MOST)
                .map(rule ->
                        DeadlineEvents.of(rule, Objects.requireNonNullElse(rule.changedAt(), Instant.EPOCH), zone));
        Stream<CalendarEvent> removed = view.removedOwnOf(wanted.desk()).stream()
                .filter(gone -> covers(wanted, gone.rule()))
                .limit(MOST)
                .map(gone -> DeadlineEvents.removed(gone.rule(), gone.at()));
        return Stream.concat(set, removed);
    }

    private static boolean covers(Wanted wanted, Rule rule) {
        return wanted.covers(PartialDate.of(Objects.requireNonNull(rule.due())));
    }

    private static String name(DeadlineView view, Wanted wanted) {
        List<String> parts = new ArrayList<>();
        if (wanted.desk() != null) {
            parts.add(view.rules().desks().desk(wanted.desk()).name());
        }
        if (wanted.pair() != null) {
            parts.add(wanted.pair().value());
        }
        if (wanted.topic() != null) {
            parts.add(wanted.topic());
        }
        return "Deadlines" + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }
}

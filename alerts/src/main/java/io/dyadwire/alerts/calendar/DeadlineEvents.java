package io.dyadwire.alerts.calendar;

import io.dyadwire.alerts.calendar.CalendarEvent.Alarm;
import io.dyadwire.alerts.calendar.CalendarEvent.Standing;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.LeadTime;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines as calendar events. Pure.
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><td>id</td><td>UID, the same whatever happens to it</td></tr>
 * <tr><td>revision; of a desk's own the version of its rule</td><td>SEQUENCE</td></tr>
 * <tr><td>called off, or put off with no new date; a desk's own that it removed</td><td>CANCELLED</td></tr>
 * <tr><td>two independent sources for its date, or the desk's own</td><td>CONFIRMED</td></tr>
 * <tr><td>one source</td><td>TENTATIVE</td></tr>
 * <tr><td>a day</td><td>an event on that day</td></tr>
 * <tr><td>several days</td><td>an event over all of them</td></tr>
 * <tr><td>a week, month, quarter or year</td><td>an event over all of it; the summary says that the day is not known</td></tr>
 * <tr><td>a lead time of the desk's rules</td><td>an alarm, while it is still to come; hours only before a day</td></tr>
 * </table>
 */
public final class DeadlineEvents {
    private static final String AT = "@deadlines.dyadwire";
    private static final int MAX_SUMMARY = 200;
    private static final int MAX_SOURCE = 100;
    private static final int MAX_QUOTE = 400;
    private static final int MAX_DESCRIPTION = 6000;
    private static final int MAX_SOURCES = 10;
    private static final int MAX_STATEMENTS = 6;

    private DeadlineEvents() {}

    /**
     * A deadline that articles speak of.
     *
     * @param remind the lead times of those who look at the calendar
     * @param zone of their days, where the deadline names none
     */
    public static CalendarEvent of(Deadline deadline, Collection<LeadTime> remind, ZoneId zone) {
        boolean open =
                switch (deadline.state()) {
                    case ANNOUNCED, CONFIRMED, MOVED -> true;
                    case CANCELLED, POSTPONED, MET, PASSED -> false;
                };
        ZoneId place = deadline.zone() == null ? zone : deadline.zone();
        return new CalendarEvent(
                deadline.id() + AT,
                deadline.revision(),
                deadline.lastSeen(),
                deadline.date(),
                deadline.lastDay(),
                standing(deadline),
                summary(deadline),
                description(deadline),
                link(deadline.latest().url()),
                categories(deadline),
                open ? alarms(remind, deadline.date(), knownSince(deadline), place) : List.of());
    }

    /**
     * A deadline that a desk sets itself.
     *
     * @param since when the rule was published as it is now
     */
    public static CalendarEvent of(Rule rule, Instant since, ZoneId zone) {
        PartialDate date = PartialDate.of(Check.present("due", rule.due()));
        return new CalendarEvent(
                "rule-" + rule.id() + AT,
                rule.version() - 1,
                since,
                date,
                date.lastDay(),
                Standing.CONFIRMED,
                CalendarText.line(Check.text("what", rule.what()), MAX_SUMMARY),
                "Set by the desk " + rule.desk() + ": " + CalendarText.line(rule.name(), MAX_SUMMARY),
                null,
                List.of(),
                alarms(rule.remind(), date, since, zone));
    }

    /** One that the desk has removed at this time; its clients are told that it is off. */
    public static CalendarEvent removed(Rule rule, Instant at) {
        LocalDate due = Check.present("due", rule.due());
        return new CalendarEvent(
                "rule-" + rule.id() + AT,
                rule.version(),
                at,
                PartialDate.of(due),
                due,
                Standing.CANCELLED,
                CalendarText.line("Removed: " + Check.text("what", rule.what()), MAX_SUMMARY),
                "Removed by the desk " + rule.desk() + ": " + CalendarText.line(rule.name(), MAX_SUMMARY),
                null,
                List.of(),
                List.of());
    }

    private static Standing standing(Deadline deadline) {
        if (deadline.state() == DeadlineState.CANCELLED || deadline.state() == DeadlineState.POSTPONED) {
            return Standing.CANCELLED;
        }
        boolean confirmed = deadline.state() == DeadlineState.CONFIRMED
                || (deadline.state() != DeadlineState.ANNOUNCED
                        && deadline.state() != DeadlineState.MOVED
                        && deadline.sources().size() > 1);
        return confirmed ? Standing.CONFIRMED : Standing.TENTATIVE;
    }

    private static String summary(Deadline deadline) {
        String what = CalendarText.line(deadline.what(), MAX_SUMMARY);
        PartialDate date = deadline.date();
        String when = date.precision() == Precision.DAY ? "" : " (in " + date + ", day not known)";
        String off =
                switch (deadline.state()) {
                    case CANCELLED -> "Called off: ";
                    case POSTPONED -> "Put off: ";
                    case ANNOUNCED, CONFIRMED, MOVED, MET, PASSED -> "";
                };
        return off + what + when;
    }

    private static String description(Deadline deadline) {
        List<String> lines = new ArrayList<>();
        lines.add(standingLine(deadline));
        if (deadline.previousDate() != null) {
            lines.add("Before, the date was " + deadline.previousDate() + ".");
        }
        lines.add(sources(deadline.sources()));
        for (DeadlineStatement other : deadline.conflicts()) {
            lines.add("Another date, not believed: " + statement(other));
        }
        lines.add("");
        List<DeadlineStatement> history = deadline.history();
        int oldest = Math.max(0, history.size() - MAX_STATEMENTS);
        history.subList(oldest, history.size()).reversed().forEach(said -> lines.add(statement(said)));
        if (oldest > 0) {
            lines.add("and " + oldest + " before");
        }
        return CalendarText.lines(String.join("\n", lines), MAX_DESCRIPTION);
    }

    private static String standingLine(Deadline deadline) {
        return switch (deadline.state()) {
            case ANNOUNCED -> "Announced.";
            case CONFIRMED -> "Confirmed.";
            case MOVED -> "Moved to " + deadline.date() + ".";
            case CANCELLED -> "Called off.";
            case POSTPONED -> "Put off; no new date is known.";
            case MET -> "Met.";
            case PASSED -> "Over; no outcome was seen.";
        };
    }

    private static String sources(List<String> sources) {
        String names = String.join(
                ", ",
                sources.stream()
                        .limit(MAX_SOURCES)
                        .map(name -> CalendarText.line(name, MAX_SOURCE))
                        .toList());
        return switch (sources.size()) {
            case 0 -> "No source is kept.";
            case 1 -> "One source: " + names + ".";
            default -> sources.size() + " sources: " + names + (sources.size() > MAX_SOURCES ? ", …" : ".");
        };
    }

    /** Such as {@code 2019-08-14, The Herald: 2019-08-24. “A decision is due on Aug. 24.” https://herald.example/pact}. */
    private static String statement(DeadlineStatement said) {
        String turn = said.turn() == null ? "" : said.turn().name().toLowerCase(Locale.ROOT);
        String date = said.date() == null ? "" : said.date().value();
        String news = String.join(
                " ", Stream.of(turn, date).filter(word -> !word.isEmpty()).toList());
        String quote = said.quote().isBlank() ? said.title() : said.quote();
        URI link = link(said.url());
        return LocalDate.ofInstant(said.at(), ZoneOffset.UTC) + ", " + CalendarText.line(said.publisher(), MAX_SOURCE)
                + ": " + news + ". “" + CalendarText.line(quote, MAX_QUOTE) + "”"
                + (link == null ? "" : " " + link.toASCIIString());
    }

    /** Only what a browser opens as a page. */
    private static @Nullable URI link(@Nullable URI url) {
        return url != null && HttpUri.isWeb(url) ? url : null;
    }

    private static List<String> categories(Deadline deadline) {
        return Stream.concat(deadline.pairs().stream().map(Pair::value), deadline.topics().stream())
                .distinct()
                .toList();
    }

    private static List<Alarm> alarms(Collection<LeadTime> remind, PartialDate date, Instant since, ZoneId zone) {
        boolean day = date.precision() == Precision.DAY;
        boolean begun =
                !day && !since.isBefore(date.firstDay().atStartOfDay(zone).toInstant());
        return remind.stream()
                .filter(lead -> day || lead.days() > 0)
                // The end of the event is the start of the day after the last one.
                .map(lead -> new Alarm(
                        lead.days() + (begun ? 1 : 0), (int) lead.time().toMinutes(), begun))
                .distinct()
                .toList();
    }

    /** When its present date was first heard of. */
    private static Instant knownSince(Deadline deadline) {
        return deadline.history().stream()
                .filter(said -> deadline.date().equals(said.date()))
                .map(DeadlineStatement::at)
                .findFirst()
                .orElse(deadline.firstSeen());
    }
}

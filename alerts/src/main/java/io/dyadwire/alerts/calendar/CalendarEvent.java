package io.dyadwire.alerts.calendar;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.PartialDate;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a calendar, all of it text that may come from anywhere.
 *
 * @param uid the same for one deadline for ever, so that a client that has it moves it
 * @param sequence goes up with every change that a calendar must show
 * @param changed when it last changed, never when it was asked for: the same deadline gives the same bytes
 * @param date a day, or the whole of a period of which no day is known
 * @param lastDay of the date, or of the days that follow it as one thing, such as talks on Friday and Saturday
 */
public record CalendarEvent(
        String uid,
        int sequence,
        Instant changed,
        PartialDate date,
        LocalDate lastDay,
        Standing standing,
        String summary,
        String description,
        @Nullable URI url,
        List<String> categories,
        List<Alarm> alarms) {
    public CalendarEvent {
        Check.text("uid", uid);
        Check.atLeast("sequence", sequence, 0);
        Check.present("changed", changed);
        Check.present("date", date);
        Check.that(!lastDay.isBefore(date.lastDay()), () -> "lastDay: " + lastDay + " is before the end of " + date);
        Check.present("standing", standing);
        Check.text("summary", summary);
        categories = Check.list("categories", categories);
        alarms = Check.list("alarms", alarms);
    }

    /** How sure it is. */
    public enum Standing {
        /** One source says so. */
        TENTATIVE,
        /** Two independent sources say so, or the desk itself. */
        CONFIRMED,
        /** Called off, or put off with no new date. */
        CANCELLED
    }

    /**
     * When a client should remind.
     *
     * @param days calendar days before
     * @param minutes and so many minutes
     * @param toEnd counted back from the end of the period instead of its start
     */
    public record Alarm(int days, int minutes, boolean toEnd) {}
}

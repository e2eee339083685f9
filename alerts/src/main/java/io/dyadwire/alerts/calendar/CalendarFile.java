package io.dyadwire.alerts.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import io.dyadwire.alerts.calendar.CalendarEvent.Alarm;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/**
 * Events as an iCalendar file. All-day events whatever the client's zone, since news gives days and no hours; a period of
 * which no day is known is an event over the whole of it. None blocks time.
 */
public final class CalendarFile {
    private static final String PRODUCT = "-//Dyadwire//Deadlines//EN";
    private static final int REFRESH_MINUTES = 15;
    private static final int MAX_NAME = 200;

    private CalendarFile() {}

    /**
     * The file, UTF-8; the same events give the same bytes.
     *
     * @param name what a client calls the calendar
     */
    public static byte[] of(String name, List<CalendarEvent> events) {
        var calendar = new ICalendar();
        String title = CalendarText.line(name, MAX_NAME);
        var refresh = Duration.builder().minutes(REFRESH_MINUTES).build();
        calendar.setProductId(PRODUCT);
        calendar.setMethod("PUBLISH");
        calendar.setName(title);
        calendar.setExperimentalProperty("X-WR-CALNAME", title);
        // RFC 7986 §5.7 gives it no default type; the library leaves the type out.
        calendar.setRefreshInterval(refresh).setParameter("VALUE", "DURATION");
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", refresh.toString());
        events.stream().map(CalendarFile::event).forEach(calendar::addEvent);
        return FoldedLines.of(text(calendar));
    }

    private static VEvent event(CalendarEvent told) {
        var event = new VEvent();
        event.setUid(told.uid());
        event.setSequence(told.sequence());
        event.setDateTimeStamp(Date.from(told.changed()));
        event.setLastModified(Date.from(told.changed()));
        event.setDateStart(new DateStart(startOf(told.date().firstDay()), false));
        event.setDateEnd(new DateEnd(startOf(told.lastDay().plusDays(1)), false));
        event.setStatus(
                switch (told.standing()) {
                    case TENTATIVE -> Status.tentative();
                    case CONFIRMED -> Status.confirmed();
                    case CANCELLED -> Status.cancelled();
                });
        event.setTransparency(Transparency.transparent());
        event.setSummary(told.summary());
        event.setDescription(told.description());
        if (told.url() != null) {
            event.setUrl(told.url().toASCIIString());
        }
        if (!told.categories().isEmpty()) {
            event.addCategories(told.categories());
        }
        told.alarms().forEach(alarm -> event.addAlarm(alarm(alarm, told.summary())));
        return event;
    }

    private static VAlarm alarm(Alarm alarm, String summary) {
        var before = Duration.builder().prior(true);
        if (alarm.days() > 0) {
            before.days(alarm.days());
        }
        if (alarm.minutes() >= 60) {
            before.hours(alarm.minutes() / 60);
        }
        if (alarm.minutes() % 60 > 0) {
            before.minutes(alarm.minutes() % 60);
        }
        return VAlarm.display(new Trigger(before.build(), alarm.toEnd() ? Related.END : Related.START), summary);
    }

    /** The library writes a day in the zone of this machine; so it is read in that zone. */
    private static Date startOf(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneId.systemDefault()).toInstant();
        return Date.from(start);
    }

    private static String text(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("a calendar cannot be written", e);
        }
        return text.toString();
    }
}

package io.dyadwire.alerts.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.dyadwire.alerts.calendar.CalendarEvent.Alarm;
import io.dyadwire.alerts.calendar.CalendarEvent.Standing;
import io.dyadwire.contract.deadline.PartialDate;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {
    private static final Instant CHANGED = Instant.parse("2019-08-21T00:30:00Z");

    @Test
    void shouldWriteAnAllDayEventThatItsReaderKnowsAgain() {
        String file = text(event("decision on the pact", "Announced."));

        assertThat(file.split("\r\n"))
                .contains(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "METHOD:PUBLISH",
                        "NAME:Deadlines: Asia desk",
                        "X-WR-CALNAME:Deadlines: Asia desk",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
                        "UID:pact@deadlines.dyadwire",
                        "SEQUENCE:3",
                        "DTSTAMP:20190821T003000Z",
                        "LAST-MODIFIED:20190821T003000Z",
                        "DTSTART;VALUE=DATE:20190824",
                        "DTEND;VALUE=DATE:20190825",
                        "STATUS:TENTATIVE",
                        "TRANSP:TRANSPARENT",
                        "SUMMARY:decision on the pact",
                        "CATEGORIES:JPN-KOR,intelligence-sharing",
                        "URL:https://herald.example/pact?a=1",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER;RELATED=START:-P3D",
                        "TRIGGER;RELATED=START:-PT6H",
                        "TRIGGER;RELATED=END:-P2DT30M");
    }

    @Test
    void shouldGiveTheSameBytesForTheSameEvents() {
        assertThat(text(event("decision", "Announced."))).isEqualTo(text(event("decision", "Announced.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Auckland", "America/Los_Angeles", "UTC"})
    void shouldWriteTheSameDayOnAMachineInAnyZone(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertThat(text(event("decision", "")))
                    .contains("DTSTART;VALUE=DATE:20190824\r\n", "DTSTAMP:20190821T003000Z\r\n");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tokyo, Seoul; a \\ and a \"quote\": what now?",
                "first line\nsecond line\n\nfourth",
                "🇯🇵 and 🇰🇷 👩‍👩‍👧‍👦 met: 東京とソウルの間で軍事情報包括保護協定の延長についての決定が八月二十四日までに行われる見通し",
                "BEGIN:VEVENT\nUID:evil@example\nEND:VEVENT\nEND:VCALENDAR",
                "<script>alert(1)</script> & 'quotes' \t tab",
                "é́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́"
            })
    void shouldGiveAnyTextBackToTwoReaders(String text) throws Exception {
        byte[] file = CalendarFile.of(
                "Deadlines", List.of(event(CalendarText.line(text, 200), CalendarText.lines(text, 5000))));

        VEvent byOne =
                Biweekly.parse(new String(file, UTF_8)).first().getEvents().getFirst();
        assertThat(byOne.getSummary().getValue()).isEqualTo(CalendarText.line(text, 200));
        assertThat(byOne.getDescription().getValue()).isEqualTo(CalendarText.lines(text, 5000));
        Component byOther = read(file).getComponents().getFirst();
        assertThat(value(byOther, Property.SUMMARY)).isEqualTo(CalendarText.line(text, 200));
        assertThat(value(byOther, Property.DESCRIPTION)).isEqualTo(CalendarText.lines(text, 5000));
        assertThat(value(byOther, Property.UID)).isEqualTo("pact@deadlines.dyadwire");
        assertThat(read(file).getComponents()).hasSize(1);
        assertThat(new String(file, UTF_8).split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void shouldLeaveNoControlCharacterAndNothingThatHidesText() {
        String hostile = "a\rb\u0000c\u001b[31md\u202ee\u2028f\ud800g\u200bh";

        assertThat(CalendarText.lines(hostile, 100)).isEqualTo("a\nb c [31mde f\ufffdgh");
        assertThat(CalendarText.line(hostile, 100)).isEqualTo("a b c [31mde f\ufffdgh");
        assertThat(text(event(CalendarText.line(hostile, 100), CalendarText.lines(hostile, 100))))
                .doesNotContainPattern("[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f]");
    }

    @Test
    void shouldCutBetweenCharacters() {
        assertThat(CalendarText.line("ab🇯🇵", 4)).isEqualTo("ab…");
        assertThat(CalendarText.line("abcdef", 4)).isEqualTo("abc…");
    }

    private static Calendar read(byte[] file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }

    private static String value(Component component, String property) {
        return component
                .getProperty(property)
                .map(Property.class::cast)
                .orElseThrow()
                .getValue();
    }

    private static String text(CalendarEvent event) {
        return new String(CalendarFile.of("Deadlines: Asia desk", List.of(event)), UTF_8);
    }

    private static CalendarEvent event(String summary, String description) {
        return new CalendarEvent(
                "pact@deadlines.dyadwire",
                3,
                CHANGED,
                new PartialDate("2019-08-24"),
                LocalDate.of(2019, 8, 24),
                Standing.TENTATIVE,
                summary,
                description,
                URI.create("https://herald.example/pact?a=1"),
                List.of("JPN-KOR", "intelligence-sharing"),
                List.of(new Alarm(3, 0, false), new Alarm(0, 360, false), new Alarm(2, 30, true)));
    }
}

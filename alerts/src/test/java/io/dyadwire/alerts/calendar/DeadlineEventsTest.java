package io.dyadwire.alerts.calendar;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.deadline;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.calendar.CalendarEvent.Alarm;
import io.dyadwire.alerts.calendar.CalendarEvent.Standing;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.LeadTime;
import io.dyadwire.contract.rule.Rule;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineEventsTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final List<LeadTime> REMIND =
            Stream.of("P7D", "P1DT12H", "PT6H").map(LeadTime::parse).toList();

    @ParameterizedTest
    @CsvSource({
        "ANNOUNCED, 1, TENTATIVE",
        "ANNOUNCED, 2, TENTATIVE",
        "MOVED, 1, TENTATIVE",
        "CONFIRMED, 2, CONFIRMED",
        "CANCELLED, 2, CANCELLED",
        "POSTPONED, 1, CANCELLED",
        "MET, 1, TENTATIVE",
        "MET, 2, CONFIRMED",
        "PASSED, 2, CONFIRMED"
    })
    void shouldStandAsItsStateAndSourcesSay(DeadlineState state, int sources, Standing standing) {
        Deadline told = with(deadline("2019-08-24", state, "herald", T0), json -> {
            if (sources == 2) {
                json.withArray("/sources").add("times");
            }
        });

        assertThat(event(told).standing()).isEqualTo(standing);
    }

    @Test
    void shouldCountItsRevisionsAndKeepItsUid() {
        Deadline first = deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0);
        Deadline moved = with(
                deadline("2019-08-28", DeadlineState.MOVED, "times", T0.plusSeconds(60)),
                json -> json.put("revision", 1).put("previousDate", "2019-08-24"));

        assertThat(event(moved).uid()).isEqualTo(event(first).uid()).isEqualTo("pact@deadlines.dyadwire");
        assertThat(event(first).sequence()).isZero();
        assertThat(event(moved).sequence()).isEqualTo(1);
        assertThat(event(moved).changed()).isEqualTo(T0.plusSeconds(60));
        assertThat(event(moved).description()).isEqualTo("""
                        Moved to 2019-08-28.
                        Before, the date was 2019-08-24.
                        One source: times.

                        2019-08-14, times: 2019-08-28. “times says 2019-08-28.” https://times.example/pact""");
    }

    @Test
    void shouldLastAsLongAsTheTalksDo() {
        Deadline told = with(deadline("2019-08-30", DeadlineState.ANNOUNCED, "herald", T0), json -> {
            ObjectNode second = (ObjectNode) json.at("/history/0").deepCopy();
            json.withArray("/history").add(second.put("date", "2019-08-31"));
        });

        assertThat(event(told).lastDay()).isEqualTo("2019-08-31");
        assertThat(new String(CalendarFile.of("Deadlines", List.of(event(told))), UTF_8))
                .contains("DTSTART;VALUE=DATE:20190830\r\n")
                .contains("DTEND;VALUE=DATE:20190901\r\n");
    }

    @Test
    void shouldNotMakeOneDayOfAMonth() {
        CalendarEvent event = event(deadline("2019-10", DeadlineState.ANNOUNCED, "herald", T0));

        assertThat(event.date()).isEqualTo(new PartialDate("2019-10"));
        assertThat(event.summary()).isEqualTo("decision on the pact (in 2019-10, day not known)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019-08-24 | 7D+0 before start, 1D+720 before start, 0D+360 before start
            2019-10    | 7D+0 before start, 1D+720 before start
            2019-08    | 8D+0 before end, 2D+720 before end
            """)
    void shouldRemindAtTheMomentsOfTheCountdown(String date, String alarms) {
        assertThat(event(deadline(date, DeadlineState.ANNOUNCED, "herald", T0)).alarms())
                .extracting(DeadlineEventsTest::words)
                .containsExactly(alarms.split(", ", -1));
    }

    @Test
    void shouldNotRemindOfWhatIsOff() {
        assertThat(event(deadline("2019-08-24", DeadlineState.CANCELLED, "herald", T0))
                        .alarms())
                .isEmpty();
        assertThat(event(deadline("2019-08-24", DeadlineState.CANCELLED, "herald", T0))
                        .summary())
                .isEqualTo("Called off: decision on the pact");
    }

    @Test
    void shouldLinkToPagesOnly() {
        Deadline told = with(
                deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0),
                json -> ((ObjectNode) json.at("/history/0")).put("url", "javascript:alert(1)"));

        assertThat(event(told).url()).isNull();
        assertThat(event(told).description()).doesNotContain("javascript");
    }

    @Test
    void shouldTellADeadlineThatTheDeskSetsItself() {
        Rule rule = Samples.book(
                        "- {id: own, desk: asia, name: Pact, what: last day to give notice, due: 2019-08-24}\n")
                .rules()
                .getFirst();

        CalendarEvent event = DeadlineEvents.of(rule, T0, TOKYO);

        assertThat(event.uid()).isEqualTo("rule-own@deadlines.dyadwire");
        assertThat(event.standing()).isEqualTo(Standing.CONFIRMED);
        assertThat(event.summary()).isEqualTo("last day to give notice");
        assertThat(event.changed()).isEqualTo(T0);
        assertThat(event.alarms()).hasSize(Rule.DEFAULT_REMIND.size());
    }

    private static CalendarEvent event(Deadline deadline) {
        return DeadlineEvents.of(deadline, REMIND, TOKYO);
    }

    private static Deadline with(Deadline deadline, Consumer<ObjectNode> change) {
        ObjectNode json = Json.mapper().valueToTree(deadline);
        change.accept(json);
        return Json.mapper().convertValue(json, Deadline.class);
    }

    private static String words(Alarm alarm) {
        return alarm.days() + "D+" + alarm.minutes() + " before " + (alarm.toEnd() ? "end" : "start");
    }
}

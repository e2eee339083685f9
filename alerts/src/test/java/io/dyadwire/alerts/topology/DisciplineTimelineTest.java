package io.dyadwire.alerts.topology;

import static io.dyadwire.alerts.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertMember;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.alert.DeskActionKind;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The desks' discipline as timelines: something happens so long after the beginning, and the desk is told then and at no
 * other time. All times are minutes after {@code T0}, which is noon in Tokyo on a Wednesday.
 */
class DisciplineTimelineTest {
    private static final DeskId ASIA = new DeskId("asia");

    @TempDir
    Path stateDir;

    private @Nullable AlertingDriver driver;
    private final List<String> told = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private int minute;

    @AfterEach
    void close() {
        Objects.requireNonNull(driver).close();
    }

    @Test
    void shouldTellAtOnceAndLeaveOutCopiesOfAStory() {
        desk("");
        article(0, "one", "s1", "JPN");
        article(1, "two", "s1", "JPN");
        article(2, "three", "s2", "JPN");
        until(60);

        assertThat(told).containsExactly("0 first one", "2 first three");
        assertThat(outcomes()).containsExactly("one FIRED", "two DEDUPLICATED", "three FIRED");
    }

    @Test
    void shouldTellWhatIsNewOfAStoryAfterTheInterval() {
        desk("route: {groupInterval: PT5M}");
        article(0, "one", "s1", "JPN");
        article(1, "copy", "s1", "JPN");
        article(2, "two", "s1", "JPN", "PRK");
        until(60);

        assertThat(told).containsExactly("0 first one", "5 newFacts two");
        assertThat(notice(1).newFacts()).containsExactly("country PRK");
        assertThat(notice(1).earlier()).isEqualTo(alerts.getFirst().id());
        assertThat(notice(1).sources()).extracting(source -> source.title()).containsExactly("copy");
        assertThat(alerts.get(1).reason()).startsWith("New: country PRK. Matches");
    }

    @Test
    void shouldNotTellAnEditThatAddsNothing() {
        desk("");
        article(0, "one", "s1", "JPN");
        send(3, tagged("one", 2, "one", "s1", null, List.of("JPN")));
        send(4, tagged("one", 3, "one", "s1", null, List.of("JPN", "RUS")));
        until(60);

        assertThat(told).containsExactly("0 first one", "5 newFacts one");
    }

    @Test
    void shouldTellTogetherWhatComesWhileItWaits() {
        desk("route: {groupBy: [pair], groupWait: PT90S, groupInterval: PT10M}");
        article(0, "one", "s1", "JPN");
        article(1, "two", "s2", "JPN");
        article(3, "three", "s3", "JPN");
        article(4, "four", "s4", "JPN");
        until(60);

        assertThat(told).containsExactly("2 first one +two", "12 first three +four");
        assertThat(notice(0).group()).isEqualTo("pair JPN-KOR");
        assertThat(outcomes())
                .contains("one GROUPED", "one FIRED", "two GROUPED", "two FIRED", "three GROUPED", "three FIRED");
    }

    @Test
    void shouldTakeTheSameTextForTheSameStory() {
        desk("");
        send(0, tagged("one", 1, "one", "s1", "text", List.of("JPN")));
        send(1, tagged("two", 1, "two", "s2", "text", List.of("JPN")));
        send(2, tagged("three", 1, "three", "s2", null, List.of("JPN")));
        until(10);

        assertThat(told).containsExactly("0 first one");
    }

    @Test
    void shouldRepeatUntilSomebodyAcknowledges() {
        desk("route: {repeatInterval: PT1H}");
        article(0, "one", "s1", "JPN");
        until(130);
        act(DeskActionKind.ACKNOWLEDGE, null);
        until(400);

        assertThat(told).containsExactly("0 first one", "60 repeatDue one", "120 repeatDue one");
        assertThat(notice(1).earlier()).isEqualTo(alerts.getFirst().id());
    }

    @Test
    void shouldRepeatAfterASilenceWhatWasDueInIt() {
        desk("route: {repeatInterval: PT1H}");
        article(0, "one", "s1", "JPN");
        Objects.requireNonNull(driver).silence(new Silence("quiet", ASIA, null, minute(50), minute(80), "kim", null));
        until(100);

        assertThat(told).containsExactly("0 first one", "80 repeatDue one");
        assertThat(outcomes()).containsExactly("one FIRED", "one SILENCED", "one FIRED");
    }

    @Test
    void shouldKeepWhatWaitsLongerThanAGroupIsRemembered() {
        desk("route: {groupBy: [rule]}");
        article(0, "one", "s1", "JPN");
        until(5);
        act(DeskActionKind.SNOOZE, T0.plus(Duration.ofDays(5)));
        article(10, "two", "s2", "JPN");
        until(5 * 24 * 60 + 10);

        assertThat(told).containsExactly("0 first one", 5 * 24 * 60 + " first two");
    }

    @Test
    void shouldTellAnUpdateThatOnlySaysThatItIsOne() {
        desk("");
        send(0, tagged("one", 1, "Talks begin", "s1", null, List.of("JPN")));
        send(10, tagged("two", 1, "UPDATE 2-Talks begin", "s1", null, List.of("JPN")));
        send(20, tagged("two", 2, "UPDATE 2-Talks begin", "s1", null, List.of("JPN")));
        until(60);

        assertThat(told).containsExactly("0 first Talks begin", "10 newFacts UPDATE 2-Talks begin");
        assertThat(notice(1).newFacts()).containsExactly("version 2");
    }

    @Test
    void shouldHoldWhatIsSnoozed() {
        desk("route: {groupBy: [rule]}");
        article(0, "one", "s1", "JPN");
        until(5);
        act(DeskActionKind.SNOOZE, T0.plus(Duration.ofMinutes(45)));
        article(10, "two", "s2", "JPN");
        article(20, "three", "s3", "JPN");
        until(60);

        assertThat(told).containsExactly("0 first one", "45 first two +three");
        assertThat(outcomes()).contains("two SNOOZED", "three SNOOZED");
    }

    @Test
    void shouldSilenceWhatSomebodySilenced() {
        desk("");
        Objects.requireNonNull(driver)
                .silence(new Silence(
                        "quiet", ASIA, new RuleId("exports"), minute(5), minute(15), "kim", "summit is over"));
        article(4, "one", "s1", "JPN");
        article(5, "two", "s2", "JPN");
        article(15, "three", "s3", "JPN");
        until(60);

        assertThat(told).containsExactly("4 first one", "15 first three");
        assertThat(decisions().get(1))
                .satisfies(decision -> assertThat(decision.outcome()).isEqualTo(DecisionOutcome.SILENCED))
                .satisfies(decision -> assertThat(decision.reason()).contains("kim", "summit is over"));
    }

    @Test
    void shouldHoldBackWhatMattersLess() {
        desk(
                "inhibit: [{source: {severity: [critical]}, target: {severity: [info]}, equal: [pair], for: PT30M}]",
                "- {id: war, desk: asia, keywords: 'mobilised', severity: critical}",
                "- {id: exports, desk: asia, pairs: [JPN-KOR], severity: info}");
        article(0, "one", "s1", "JPN");
        article(5, "mobilised", "s2", "JPN");
        article(6, "two", "s3", "JPN");
        article(40, "three", "s4", "JPN");
        until(60);

        assertThat(told).containsExactly("0 first one", "5 first mobilised", "40 first three");
        assertThat(outcomes()).contains("mobilised INHIBITED", "two INHIBITED");
    }

    @Test
    void shouldNotTellInMuteTimesButAfterThem() {
        // Noon to one in Tokyo are minutes 0 to 60.
        desk("muteTimes: {lunch: {from: '12:30', to: '13:00'}}", "route: {groupBy: [], mute: [lunch]}");
        article(10, "one", "s1", "JPN");
        article(35, "two", "s2", "JPN");
        article(50, "three", "s3", "JPN");
        until(120);

        assertThat(told).containsExactly("10 first one", "60 first two +three");
        assertThat(outcomes()).contains("two MUTED", "three MUTED");
    }

    @Test
    void shouldPutIntoTheDigestWhatTheRouteSays() {
        desk(
                "route: {routes: [{when: {severity: [info]}, groupBy: [], digest: hourly}]}",
                "- {id: low, desk: asia, pairs: [JPN-KOR], severity: info}",
                "- {id: high, desk: asia, keywords: 'mobilised'}");
        article(10, "one", "s1", "JPN");
        article(20, "mobilised", "s2", "JPN");
        article(30, "two", "s3", "JPN");
        until(200);

        assertThat(told).containsExactly("20 first mobilised", "60 digest one +mobilised +two");
        assertThat(alerts.get(1).reason()).startsWith("Digest of 3. ");
        assertThat(notice(1).group()).isEqualTo("route 0: everything");
    }

    @Test
    void shouldThrottleARuleThatStorms() {
        desk("throttle: {alerts: 2, within: PT1H}");
        article(0, "one", "s1", "JPN");
        article(1, "two", "s2", "JPN");
        article(2, "three", "s3", "JPN");
        article(3, "four", "s4", "JPN");
        article(70, "five", "s5", "JPN");
        until(120);

        assertThat(told)
                .containsExactly(
                        "0 first one", "1 first two", "2 storm three", "60 storm three +four", "70 first five");
        assertThat(alerts.get(2).reason()).contains("has fired 2 times").contains("the rest comes together at");
    }

    @Test
    void shouldPutARuleUnderItsFloorIntoTheDigest() {
        desk("floor: {precision: 0.5, rated: 2}");
        article(0, "one", "s1", "JPN");
        until(1);
        act(DeskActionKind.NOT_USEFUL, null);
        article(2, "two", "s2", "JPN");
        until(3);
        act(DeskActionKind.NOT_USEFUL, null);
        article(4, "three", "s3", "JPN");
        until(24 * 60);

        // Seven in the morning in Tokyo.
        assertThat(told).containsExactly("0 first one", "2 first two", 19 * 60 + " digest three");
        assertThat(decisions().stream().filter(decision -> decision.outcome() == DecisionOutcome.DIGESTED))
                .singleElement()
                .satisfies(decision ->
                        assertThat(decision.reason()).contains("of 2 rated alerts of the rule 0 were useful"));
    }

    @Test
    void shouldTellACorrectionToWhoWasTold() {
        desk("");
        article(0, "one", "s1", "JPN");
        send(10, tagged("one", 2, "CORRECTED-one", "s1", null, List.of()));
        send(11, tagged("two", 1, "RETRACTED: two", "s9", null, List.of()));
        until(60);

        assertThat(told).containsExactly("0 first one", "10 correction CORRECTED-one");
        assertThat(notice(1).earlier()).isEqualTo(alerts.getFirst().id());
        assertThat(alerts.get(1).reason()).isEqualTo("Corrected by The Herald; you were told of an earlier version.");
    }

    @Test
    void shouldTellTheNewVersionOfWhatWaits() {
        desk("route: {groupWait: PT10M}");
        article(0, "one", "s1", "JPN");
        article(1, "gone", "s2", "JPN");
        send(2, tagged("one", 2, "one, edited", "s1", null, List.of("JPN")));
        send(3, tagged("gone", 2, "WITHDRAWN: gone", "s2", null, List.of("JPN")));
        until(60);

        assertThat(told).containsExactly("10 first one, edited");
    }

    @Test
    void shouldNotTellWhatWasWithdrawnWhileItWaited() {
        desk("route: {groupWait: PT10M}");
        article(0, "one", "s1", "JPN");
        article(1, "two", "s2", "JPN");
        send(2, tagged("one", 2, "WITHDRAWN: one", "s1", null, List.of()));
        send(3, tagged("three", 1, "WITHDRAWN: two", "s2", null, List.of("JPN")));
        until(60);

        assertThat(told).isEmpty();
        assertThat(outcomes())
                .containsExactly(
                        "one GROUPED", "two GROUPED", "one DEDUPLICATED", "two DEDUPLICATED", "three DEDUPLICATED");
    }

    @Test
    void shouldSendOnEveryRouteThatContinues() {
        desk("route: {routes: [{continue: true}, {groupBy: [], digest: hourly}]}");
        article(5, "one", "s1", "JPN");
        until(100);

        assertThat(told).containsExactly("5 first one", "60 digest one");
        assertThat(alerts.get(0).id()).isNotEqualTo(alerts.get(1).id());
    }

    @Test
    void shouldPutTheSameThingsTogetherInAReplay() {
        desk("route: {groupBy: [pair], groupWait: PT2M, groupInterval: PT10M}");
        AlertingDriver replayed = Objects.requireNonNull(driver);
        // The clock is a year ahead, and looked at between any two.
        replayed.clock("2020-08-14T03:00:00Z");
        for (int i = 0; i < 30; i++) {
            TaggedArticle tagged = tagged("a" + i, 1, "a" + i, "s" + i, null, List.of("JPN"));
            replayed.pipe(Topics.TAGGED, Topics.TAGGED.valueSerde().write(tagged), minute(i));
            replayed.clock("2020-08-14T03:00:00Z");
        }
        replayed.clock("2020-08-14T03:00:02Z");
        drain(0);

        assertThat(alerts).extracting(alert -> notice(alert).members().size()).containsExactly(1, 9, 9, 7);
    }

    private void desk(String... lines) {
        StringBuilder yaml = new StringBuilder("desks:\n  - id: asia\n    zone: Asia/Tokyo\n");
        StringBuilder rules = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("- ")) {
                rules.append("  ").append(line).append('\n');
            } else if (!line.isEmpty()) {
                yaml.append("    ").append(line).append('\n');
            }
        }
        if (rules.isEmpty()) {
            rules.append("  - {id: exports, desk: asia, name: Exports, pairs: [JPN-KOR]}\n");
        }
        driver = new AlertingDriver(book(yaml + "rules:\n" + rules), stateDir, T0);
    }

    private static RuleBook book(String yaml) {
        try {
            return RulesFile.parse("rules.yaml", yaml, Path.of("/etc"), Set.of());
        } catch (RulesException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void article(int at, String title, String story, String... countries) {
        send(at, tagged(title, 1, title, story, null, List.of(countries)));
    }

    private void send(int at, TaggedArticle tagged) {
        until(at);
        Objects.requireNonNull(driver)
                .pipe(Topics.TAGGED, Topics.TAGGED.valueSerde().write(tagged), minute(at));
        drain(at);
    }

    /** Lets the clock run on, minute by minute. */
    private void until(int end) {
        for (; minute < end; minute++) {
            Objects.requireNonNull(driver).clock(minute(minute + 1).toString());
            drain(minute + 1);
        }
    }

    private void drain(int at) {
        for (Alert alert : Objects.requireNonNull(driver).alerts()) {
            alerts.add(alert);
            StringBuilder line = new StringBuilder();
            line.append(at).append(' ').append(occasion(alert)).append(' ').append(title(alert));
            for (AlertMember member : notice(alert).members()) {
                line.append(" +")
                        .append(Objects.requireNonNull(member.article()).title());
            }
            told.add(line.toString());
        }
    }

    private void act(DeskActionKind kind, @Nullable Instant until) {
        Alert last = alerts.getLast();
        Objects.requireNonNull(driver)
                .act(new DeskAction(
                        kind,
                        ASIA,
                        last.id(),
                        last.rule().id(),
                        notice(last).group(),
                        "kim",
                        minute(minute),
                        until,
                        null));
    }

    private List<AlertDecision> decisions() {
        return Objects.requireNonNull(driver).decisions();
    }

    private List<String> outcomes() {
        return decisions().stream()
                .map(decision -> titles(decision.subject()) + " " + decision.outcome())
                .toList();
    }

    /** Ids of articles are their titles' here, in another dress. */
    private static String titles(String subject) {
        for (String title : List.of("one", "two", "three", "four", "five", "mobilised", "copy")) {
            if (Samples.article(title, 1, T0, false).id().value().equals(subject)) {
                return title;
            }
        }
        return subject;
    }

    private AlertNotice notice(int place) {
        return notice(alerts.get(place));
    }

    private static AlertNotice notice(Alert alert) {
        return Objects.requireNonNull(alert.notice());
    }

    private static String occasion(Alert alert) {
        String name = notice(alert).occasion().name();
        return switch (name) {
            case "NEW_FACTS" -> "newFacts";
            case "REPEAT_DUE" -> "repeatDue";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    private static String title(Alert alert) {
        return Objects.requireNonNull(alert.article()).title();
    }

    private static Instant minute(int minutes) {
        return T0.plus(Duration.ofMinutes(minutes));
    }

    private static TaggedArticle tagged(
            String id, int version, String title, String story, @Nullable String textKey, List<String> countries) {
        Story told = new Story(story, null, 1, textKey);
        return Samples.tagged(Samples.article(id, version, title, T0), countries, told);
    }
}

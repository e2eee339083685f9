package io.dyadwire.alerts.topology;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.article;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.tagged;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertingTopologyTest {
    private static final RuleBook BOOK = book("""
            - {id: exports, desk: asia, name: Exports, pairs: [JPN-KOR], topics: [export-controls]}
            - {id: korea, desk: world, countries: [KOR]}
            - {id: quotas, desk: world, pairs: [JPN-KOR], topics: [tariffs]}
            """);

    @TempDir
    Path stateDir;

    @Test
    void shouldAlertEachDeskWhoseRuleMatches() {
        try (AlertingDriver driver = driver(BOOK)) {
            driver.article(tagged("one"));

            assertThat(driver.alerts())
                    .extracting(alert -> alert.rule().id().value())
                    .containsExactly("exports", "korea");
            Alert asia = driver.alertsOf("asia").getFirst();
            assertThat(asia.type()).isEqualTo(AlertType.MATCH);
            assertThat(asia.at()).isEqualTo(T0);
            assertThat(asia.reason()).isEqualTo("Matches \"Exports\": pair JPN-KOR; topic export-controls.");
            assertThat(asia.countries()).containsExactly("JPN", "KOR");
            assertThat(asia.deadlines()).singleElement().satisfies(deadline -> {
                assertThat(deadline.daysLeft()).isEqualTo(10);
                assertThat(deadline.quote())
                        .isEqualTo("A decision on the pact is due on Aug. 24, officials in Seoul said.");
            });
            assertThat(driver.alertsOf("world")).hasSize(1);
            assertThat(driver.count("dyadwire.alerts.raised", "desk", "asia", "type", "match"))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldPutKeyTimeAndHeadersOnTheAlert() {
        try (AlertingDriver driver = driver(BOOK)) {
            driver.article(tagged("one"));

            var record = driver.record(Topics.ALERTS);
            Alert alert = record.value();
            assertThat(record.key()).isEqualTo(alert.id().value());
            assertThat(record.timestamp()).isEqualTo(T0.toEpochMilli());
            assertThat(record.headers().toArray())
                    .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                    .containsExactly(
                            "ce_specversion=1.0",
                            "ce_id=" + alert.id(),
                            "ce_source=/dyadwire/alerts",
                            "ce_type=io.dyadwire.alert.match.v1",
                            "ce_subject=exports",
                            "ce_time=2019-08-14T03:00:00Z",
                            "content-type=application/json");
        }
    }

    @Test
    void shouldRaiseARuleOnceForAllVersionsOfAnArticle() {
        try (AlertingDriver driver = driver(BOOK)) {
            driver.article(tagged(article("one", 1, T0, false)));
            driver.article(tagged(article("one", 2, T0.plus(Duration.ofDays(3)), false)));
            driver.article(tagged(article("one", 1, T0, false)));
            driver.article(tagged(article("two", 1, T0, false)));

            assertThat(driver.alertsOf("asia"))
                    .extracting(alert -> Objects.requireNonNull(alert.article()).id())
                    .containsExactly(
                            article("one", 1, T0, false).id(),
                            article("two", 1, T0, false).id());
            assertThat(driver.count("dyadwire.alerts.decided", "outcome", "deduplicated"))
                    .isEqualTo(4);
        }
    }

    @Test
    void shouldNotAlertToAnArticleFurtherBackThanItRemembers() {
        try (AlertingDriver driver = driver(BOOK)) {
            driver.article(tagged(article("one", 1, T0, false)));
            driver.article(tagged(article("new", 1, T0.plus(Duration.ofDays(15)), false)));
            driver.alerts();

            driver.article(tagged(article("one", 1, T0, false)));

            assertThat(driver.alerts()).isEmpty();
            assertThat(driver.count("dyadwire.alerts.decided", "outcome", "too-old"))
                    .isEqualTo(2);
        }
    }

    @Test
    void shouldNeverAlertToBackfill() {
        try (AlertingDriver driver = driver(BOOK)) {
            driver.article(tagged(article("old", 1, T0, true)));

            assertThat(driver.alerts()).isEmpty();
            assertThat(driver.count("dyadwire.alerts.decided", "outcome", "backfill"))
                    .isEqualTo(2);
        }
    }

    static Stream<byte[]> poison() {
        return Stream.of(
                new byte[] {0, 1, (byte) 0xff, 'x'},
                null,
                new byte[0],
                "null".getBytes(UTF_8),
                "{\"id\": \"a\", \"title\": 3}".getBytes(UTF_8),
                "{\"feedId\":\"f\"}".getBytes(UTF_8),
                "[".repeat(200_000).getBytes(UTF_8),
                "{\"article\":".repeat(200_000).getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void shouldPutWhatItCannotReadAsideAndGoOn(byte[] value) {
        try (AlertingDriver driver = driver(BOOK)) {
            driver.pipe(Topics.TAGGED, value, T0);
            driver.article(tagged("one"));

            assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.stage()).isEqualTo("match-rules");
                assertThat(letter.recordKey()).isEqualTo("news.tagged:0:0");
                assertThat(letter.at()).isEqualTo(T0);
                assertThat(letter.value()).isEqualTo(DeadLetter.encode(value));
            });
            assertThat(driver.alertsOf("asia")).hasSize(1);
        }
    }

    @Test
    void shouldPutABadDeadlineAsideAndGoOn() {
        try (AlertingDriver driver = driver(BOOK)) {
            driver.pipe(Topics.DEADLINES, "{}".getBytes(UTF_8), T0);
            driver.pipe(Topics.DEADLINES, null, T0);
            driver.article(tagged("one"));

            assertThat(driver.deadLetters()).extracting(DeadLetter::stage).containsExactly("follow-deadlines");
            assertThat(driver.alertsOf("asia")).hasSize(1);
        }
    }

    @Test
    void shouldGiveTheSameIdInEveryReplay() {
        try (AlertingDriver one = driver(BOOK);
                AlertingDriver other = new AlertingDriver(BOOK, stateDir.resolve("other"), Instant.EPOCH)) {
            one.article(tagged("one"));
            other.article(tagged("two"));
            other.article(tagged("one"));

            assertThat(other.alerts())
                    .extracting(Alert::id)
                    .containsAll(one.alerts().stream().map(Alert::id).toList());
        }
    }

    @Test
    void shouldHaveTheStoredShape() throws IOException {
        AlertingConfig config = AlertingConfig.defaults(stateDir);
        Topology topology = new AlertingTopology(
                        LiveRules.of(BOOK, () -> T0), config, () -> T0, new AlertCounters(new SimpleMeterRegistry()))
                .build(AlertingDriver.settings(config));

        assertThat(topology.describe().toString()).isEqualTo(stored("alerting-topology.txt"));
    }

    private AlertingDriver driver(RuleBook book) {
        return new AlertingDriver(book, stateDir, T0);
    }

    private static String stored(String name) throws IOException {
        try (InputStream text = AlertingTopologyTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), UTF_8);
        }
    }
}

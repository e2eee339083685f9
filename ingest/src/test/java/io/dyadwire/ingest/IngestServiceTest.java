package io.dyadwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.ingest.opml.OpmlFile;
import io.dyadwire.ingest.publish.MemoryKafka;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class IngestServiceTest {
    private static final Instant START = Instant.parse("2019-08-14T12:00:00Z");
    private final Newsroom newsroom = new Newsroom();
    private final MemoryKafka kafka = new MemoryKafka();
    private final AtomicReference<Instant> time = new AtomicReference<>(START);
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void shouldPublishNewItemsAsTheyAppear() {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        try (IngestService service = started("/a")) {
            await().until(() -> kafka.articles().size() == 1);
            assertThat(service.problems()).isEmpty();
            assertThat(service.alive()).isTrue();

            newsroom.tell("/a", 200, Newsroom.rss("Two", "One"));
            pass(Duration.ofMinutes(17));
            await().until(() -> kafka.articles().size() == 2);
        }

        Article two = kafka.articles().get(1);
        assertThat(two.title()).isEqualTo("Two");
        assertThat(two.fetchedAt()).isEqualTo(time.get());
        assertThat(two.backfill()).isFalse();
        assertThat(meters.counter("dyadwire.articles.published").count()).isEqualTo(2);
        assertThat(meters.counter("dyadwire.feed.polls", "outcome", "read").count())
                .isEqualTo(2);
    }

    @Test
    void shouldAskOnConditionAndTakeNotModifiedForAnAnswer() {
        newsroom.tell(
                "/a", new Newsroom.Answer(200, Map.of("ETag", "W/\"x\"", "Last-Modified", "odd"), Newsroom.rss("One")));
        try (IngestService service = started("/a")) {
            awaitState("/a", state -> state.ledger().polls() == 1);
            pass(Duration.ofMinutes(17));
            awaitState("/a", state -> state.ledger().notModified() == 1);
            assertThat(service.alive()).isTrue();
        }

        assertThat(newsroom.requests("/a").get(1).header("If-none-match")).isEqualTo("W/\"x\"");
        assertThat(newsroom.requests("/a").get(1).header("If-modified-since")).isEqualTo("odd");
    }

    @Test
    void shouldRememberWhatIsWrongWithAFeedAndLeaveTheOthersAlone() {
        newsroom.tell("/page", 200, "<!DOCTYPE html><html></html>");
        newsroom.tell("/limit", new Newsroom.Answer(429, Map.of("Retry-After", "7200"), ""));
        newsroom.tell("/good", 200, Newsroom.rss("One"));
        try (IngestService service = started("/page", "/missing", "/limit", "/good")) {
            await().until(() -> kafka.states().size() == 4);
            await().until(() ->
                    meters.get("dyadwire.feeds").tag("state", "failing").gauge().value() == 3);
            assertThat(service.problems()).isEmpty();
        }

        assertThat(state("/page").lastError()).isEqualTo("received an HTML page, not a feed");
        assertThat(state("/missing").lastError()).isEqualTo("the server answered 404 (not found)");
        assertThat(state("/limit").nextPollAt()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(kafka.articles()).hasSize(1);
    }

    @Test
    void shouldGoOnAfterARestartWithoutRepeatingLosingOrHurrying() {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        try (IngestService first = started("/a")) {
            awaitState("/a", state -> state.ledger().polls() == 1);
            assertThat(first.alive()).isTrue();
        }
        newsroom.tell("/a", 200, Newsroom.rss("Two", "One"));
        pass(Duration.ofMinutes(5));
        try (IngestService second = started("/a")) {
            await().until(() -> second.problems().isEmpty());
            await().during(Duration.ofMillis(200))
                    .until(() -> newsroom.requests("/a").size() == 1);
            pass(Duration.ofMinutes(12));
            await().until(() -> kafka.articles().size() == 2);
        }

        assertThat(kafka.articles()).extracting(Article::title).containsExactly("One", "Two");
        assertThat(newsroom.requests("/a")).hasSize(2);
    }

    @Test
    void shouldDelayPollsWhileKafkaIsAwayAndLoseNothing() {
        kafka.goAway();
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        try (IngestService service = started("/a")) {
            await().until(() -> service.problems().toString().contains("no broker"));
            assertThat(service.alive()).isTrue();
            assertThat(newsroom.requests("/a")).isEmpty();

            kafka.comeBack();
            await().until(() -> kafka.articles().size() == 1);
            assertThat(service.problems()).isEmpty();
        }
    }

    @Test
    void shouldStopLoudlyWhenAnotherTakesItsName() {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        try (IngestService service = started("/a")) {
            awaitState("/a", state -> state.ledger().polls() == 1);
            kafka.takeName();

            await().until(() -> !service.alive());
            assertThat(service.problems().toString()).contains("another ingest runs under the name of this instance");
        }
    }

    @Test
    void shouldGoOnWithAPartitionThatAnotherHadMeanwhile() {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        try (IngestService service = started("/a")) {
            awaitState("/a", state -> state.ledger().polls() == 1);
            kafka.fence();
            newsroom.tell("/a", 200, Newsroom.rss("Two", "One"));
            pass(Duration.ofMinutes(17));

            await().until(() -> kafka.articles().size() == 2);
            assertThat(service.alive()).isTrue();
            await().until(() -> service.problems().isEmpty());
        }
    }

    @Test
    void shouldPollWhatIsAddedAndLeaveAloneWhatIsPausedOrRemoved() {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        newsroom.tell("/b", 200, Newsroom.rss("Two"));
        FeedSource b = source("/b", FeedOrigin.COMMAND);
        try (IngestService service = started("/a")) {
            await().until(() -> service.problems().isEmpty());
            kafka.want(b);
            awaitState("/b", state -> state.ledger().polls() == 1);

            kafka.want(b.withVersion(2).withPaused(true));
            await().until(() -> gauge("ok") == 1);
            pass(Duration.ofMinutes(17));
            awaitState("/a", state -> state.ledger().polls() == 2);
            assertThat(newsroom.requests("/b")).hasSize(1);

            kafka.want(b.withVersion(3));
            awaitState("/b", state -> state.ledger().polls() == 2);

            kafka.unwant("b");
            await().until(() -> kafka.committed().stream()
                    .anyMatch(record ->
                            record.topic().equals("news.feeds") && record.key().equals("b") && record.value() == null));
            assertThat(gauge("ok")).isEqualTo(1);
        }
    }

    @Test
    void shouldForgetAFeedThatLeftTheListAndKeepWhatWasPaused() {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        newsroom.tell("/b", 200, Newsroom.rss("Two"));
        try (IngestService before = started("/a", "/b")) {
            await().until(() -> kafka.states().size() == 2);
            assertThat(before.alive()).isTrue();
        }
        kafka.want(kafka.sources().stream()
                .filter(source -> source.feedId().equals("a"))
                .findFirst()
                .orElseThrow()
                .withPaused(true));

        try (IngestService after = started("/a", "/c")) {
            await().until(() -> after.problems().isEmpty());
            awaitState("/c", state -> state.ledger().failed() == 1);
        }
        assertThat(kafka.committed())
                .filteredOn(record -> record.key().equals("b") && record.value() == null)
                .extracting(ProducerRecord::topic)
                .containsExactlyInAnyOrder("news.feeds", "news.feed-sources");
        assertThat(kafka.sources())
                .filteredOn(source -> source.feedId().equals("a"))
                .hasSize(2);
        assertThat(newsroom.requests("/a")).hasSize(1);
    }

    @Test
    void shouldTakeTheListAnewWhenItIsEdited(@TempDir Path folder) throws IOException {
        Path list = folder.resolve("feeds.opml");
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        newsroom.tell("/b", 200, Newsroom.rss("Two"));
        Files.writeString(list, opml("/a"));
        try (IngestService service =
                started(time::get, list, OpmlFile.read(list).feeds())) {
            awaitState("/a", state -> state.ledger().polls() == 1);
            Files.writeString(list, "<opml><body><outline");
            Files.writeString(list, opml("/b"));

            awaitState("/b", state -> state.ledger().polls() == 1);
            await().until(() -> gauge("ok") == 1);
            assertThat(service.problems()).isEmpty();
        }
    }

    @Test
    void shouldLiveByAClockThatRunsThousandsOfTimesFaster() {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        long began = System.nanoTime();
        InstantSource fast = () -> START.plusNanos((System.nanoTime() - began) * 20_000);
        try (IngestService service = started(fast, "/a")) {
            awaitState("/a", state -> state.ledger().polls() >= 5);
            assertThat(service.alive()).isTrue();
        }

        List<FeedState> states = kafka.states();
        for (int i = 1; i < states.size(); i++) {
            assertThat(states.get(i).lastPollAt())
                    .isAfterOrEqualTo(states.get(i - 1).nextPollAt());
        }
    }

    @Test
    void shouldAskOnceForAFeedThatIsNewAndNeverGoWhereARedirectLeadsInside() {
        newsroom.tell("/good", 200, Newsroom.rss("One"));
        newsroom.tell("/trap", new Newsroom.Answer(301, Map.of("Location", "http://169.254.169.254/latest"), ""));
        try (IngestService service = started("/good", "/trap")) {
            await().until(() -> kafka.states().size() == 2);
            assertThat(service.alive()).isTrue();
        }

        assertThat(newsroom.requests("/good")).hasSize(1);
        assertThat(newsroom.requests("/trap")).hasSize(1);
        assertThat(state("/trap").lastError())
                .isEqualTo("refused: its address 169.254.169.254 is in 169.254.0.0/16 (link-local)");
        assertThat(state("/trap").url()).isEqualTo(newsroom.uri("/trap"));
        assertThat(meters.counter("dyadwire.feed.failures", "reason", "refused").count())
                .isEqualTo(1);
    }

    @Test
    void shouldLeaveAHostAloneThatAskedForIt() {
        String other = "/" + idBesideHeard();
        newsroom.tell("/heard", 200, Newsroom.rss("One"));
        newsroom.tell(other, 200, Newsroom.rss("Two"));
        Instant later = START.plus(Duration.ofHours(2));
        kafka.write(state(FeedState.fresh("heard", newsroom.uri("/heard"), "", later)
                .change()
                .hostClosedUntil(later)
                .done()));
        try (IngestService service = started("/heard", other)) {
            await().until(() -> service.problems().isEmpty());
            await().during(Duration.ofMillis(200))
                    .until(() -> newsroom.requests(other).isEmpty());
            pass(Duration.ofHours(2));
            await().until(() -> kafka.articles().size() == 2);
        }
    }

    @Test
    void shouldNotBeLedToAHostThatAskedToBeLeftAlone() {
        newsroom.tell("/heard", 200, Newsroom.rss("One"));
        newsroom.tell(
                "/leads",
                new Newsroom.Answer(
                        302, Map.of("Location", newsroom.uri("/there").toString()), ""));
        newsroom.tell("/there", 200, Newsroom.rss("Two"));
        Instant later = START.plus(Duration.ofHours(2));
        kafka.write(state(FeedState.fresh("heard", newsroom.uri("/heard"), "", later)
                .change()
                .hostClosedUntil(later)
                .done()));
        String leads = idBesideHeard();
        URI elsewhere = URI.create("http://localhost:" + newsroom.uri("/leads").getPort() + "/leads");
        FeedSource heard = source("/heard", FeedOrigin.FILE);
        FeedSource led = FeedSource.of(leads, elsewhere, FeedOrigin.FILE).withFullText(FullText.NEVER);
        try (IngestService service = started(time::get, null, List.of(heard, led))) {
            await().until(() -> newsroom.requests("/leads").size() == 1);
            await().during(Duration.ofMillis(200))
                    .until(() -> newsroom.requests("/there").isEmpty());
            assertThat(service.problems()).isEmpty();
            pass(Duration.ofHours(2));
            await().until(() -> kafka.articles().size() == 2);
        }

        assertThat(newsroom.requests("/leads")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P1D"})
    void shouldGoOnWhenAClockThatWasAheadIsSetBack(Duration ahead) {
        newsroom.tell("/a", 200, Newsroom.rss("One"));
        try (IngestService service = started("/a")) {
            awaitState("/a", state -> state.ledger().polls() == 1);
            newsroom.tell("/a", 200, Newsroom.rss("Two", "One"));
            pass(ahead.negated());
            await().during(Duration.ofMillis(200))
                    .until(() -> newsroom.requests("/a").size() == 1);
            pass(Duration.ofMinutes(17));
            await().until(() -> kafka.articles().size() == 2);
            assertThat(service.alive()).isTrue();
        }
    }

    @Test
    void shouldSeeThatOurOwnNetworkIsDown() {
        List<FeedSource> nowhere = IntStream.range(0, 8)
                .mapToObj(i -> FeedSource.of("n" + i, URI.create("http://127.0.1." + i + ":9/feed"), FeedOrigin.FILE))
                .toList();
        try (IngestService service = started(time::get, null, nowhere)) {
            await().until(() -> meters.get("dyadwire.ingest.outage").gauge().value() == 1);
            assertThat(service.alive()).isTrue();
            await().until(() -> kafka.states().stream()
                    .anyMatch(state -> String.valueOf(state.lastError()).startsWith("our own network seems down")));
        }
    }

    @Test
    void shouldNotBeHeldUpByManyFeedsThatHangAtOnce() throws IOException {
        int hanging = 48;
        int good = 100;
        try (ServerSocket silent = new ServerSocket(0, hanging * 2)) { // takes connections, never answers
            List<FeedSource> feeds = new ArrayList<>();
            for (int i = 1; i <= hanging; i++) {
                URI nobody = URI.create("http://127.1.0." + i + ":" + silent.getLocalPort() + "/feed");
                feeds.add(FeedSource.of("hanging" + i, nobody, FeedOrigin.FILE));
            }
            for (int i = 1; i <= good; i++) {
                newsroom.tell("/good" + i, 200, Newsroom.rss("News " + i));
                feeds.add(source("/good" + i, FeedOrigin.FILE));
            }
            try (IngestService service = started(time::get, null, feeds, 64)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> kafka.articles().size() == good);
                assertThat(service.alive()).isTrue();
                assertThat(service.problems()).isEmpty();
                assertThat(kafka.states())
                        .filteredOn(state -> state.feedId().startsWith("good"))
                        .allSatisfy(
                                state -> assertThat(state.consecutiveErrors()).isZero());
            }
        }
    }

    @Test
    void shouldPublishTheFullTextOfTheLinkedPageInTheSamePoll() {
        String body = "<p>The harbour opens again, said the mayor, and it is about time that it does. </p>".repeat(8);
        newsroom.tell("/story", 200, "<html><title>Harbour opens</title><article>" + body + "</article></html>");
        newsroom.tell("/a", 200, """
                <rss version="2.0"><channel><title>News</title><item><title>Harbour opens again</title>
                <link>%s</link><description>The harbour opens, said the mayor.</description></item></channel></rss>
                """.formatted(newsroom.uri("/story")));
        FeedSource feed = FeedSource.of("a", newsroom.uri("/a"), FeedOrigin.FILE);
        try (IngestService service = started(time::get, null, List.of(feed))) {
            await().until(() -> kafka.articles().size() == 1);
            pass(Duration.ofMinutes(17));
            awaitState("/a", state -> state.ledger().polls() == 2);
            assertThat(service.alive()).isTrue();
        }

        assertThat(kafka.articles().getFirst().textKind()).isEqualTo(TextKind.FULL);
        assertThat(kafka.articles().getFirst().text()).startsWith("The harbour opens again, said the mayor");
        assertThat(kafka.articles()).hasSize(1);
        assertThat(newsroom.requests("/story")).hasSize(1);
        assertThat(newsroom.requests("/robots.txt")).hasSize(1);
        assertThat(meters.counter("dyadwire.article.pages", "outcome", "taken").count())
                .isEqualTo(1);
    }

    /** Of a feed in the partition of the feed {@code heard}, which is taken up before it. */
    private static String idBesideHeard() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> "other" + i)
                .filter(id -> Topics.FEEDS.partitionOf(id) == Topics.FEEDS.partitionOf("heard"))
                .findFirst()
                .orElseThrow();
    }

    private static ProducerRecord<String, byte[]> state(FeedState state) {
        return new ProducerRecord<>(
                Topics.FEEDS.name(), state.feedId(), Topics.FEEDS.valueSerde().write(state));
    }

    /** Its items are taken as they are. */
    private FeedSource source(String path, FeedOrigin origin) {
        return new FeedSource(
                id(path), 1, newsroom.uri(path), "", null, null, List.of(), null, FullText.NEVER, false, origin);
    }

    private IngestService started(String... paths) {
        return started(time::get, paths);
    }

    private IngestService started(InstantSource clock, String... paths) {
        return started(
                clock,
                null,
                List.of(paths).stream()
                        .map(path -> source(path, FeedOrigin.FILE))
                        .toList());
    }

    private IngestService started(InstantSource clock, @Nullable Path file, List<FeedSource> feeds) {
        return started(clock, file, feeds, 4);
    }

    private IngestService started(
            InstantSource clock, @Nullable Path file, List<FeedSource> feeds, int concurrentPolls) {
        OutboundConfig outbound = OutboundConfig.defaults("Dyadwire/test (+https://example.org)")
                .withAllow(AllowList.of("127.0.0.0/8", "::1"));
        IngestConfig config = new IngestConfig(
                feeds,
                file,
                outbound,
                "test",
                "test-0",
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                Duration.ZERO,
                Duration.ofMillis(5),
                concurrentPolls,
                Duration.ZERO,
                null,
                true);
        IngestService service = new IngestService(config, kafka.connections(), Duration.ofMillis(5), clock, meters);
        service.start();
        return service;
    }

    private String opml(String path) {
        return "<opml version=\"2.0\"><body><outline text=\"x\" id=\"" + id(path) + "\" xmlUrl=\"" + newsroom.uri(path)
                + "\"/></body></opml>";
    }

    private double gauge(String state) {
        return meters.get("dyadwire.feeds").tag("state", state).gauge().value();
    }

    /** A feed is named after its path. */
    private static String id(String path) {
        return path.substring(1);
    }

    private void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    private FeedState state(String feed) {
        return kafka.states().stream()
                .filter(state -> state.feedId().equals(id(feed)))
                .toList()
                .getLast();
    }

    private void awaitState(String feed, Predicate<FeedState> condition) {
        await().until(() -> kafka.states().stream()
                .filter(state -> state.feedId().equals(id(feed)))
                .anyMatch(condition));
    }
}

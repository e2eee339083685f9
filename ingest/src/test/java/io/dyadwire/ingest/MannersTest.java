package io.dyadwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.Newsroom.Answer;
import io.dyadwire.ingest.Newsroom.Request;
import io.dyadwire.ingest.publish.MemoryKafka;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three days of polling servers of every temper, with a restart after the first, graded from what the servers wrote down: the
 * checks that people who run feeds make of feed readers (after Rachel Kroll's feed reader score).
 */
@Timeout(120)
class MannersTest {
    private static final Instant START = Instant.parse("2019-08-14T12:00:00Z");

    /** Half a minute of the newsroom's time in a millisecond of ours. */
    private static final int SPEED = 30_000;

    private static final String ETAG = "W/\"odd  one\"";
    private static final String MODIFIED = "Wed, 14 Aug 2019 9:5:1 GMT ";
    private static final String AGENT = "Dyadwire/test (+https://example.org/bot; ops@example.org)";
    private static final List<String> PATHS =
            List.of("/steady", "/fresh-for-hours", "/asks-for-patience", "/gone", "/missing", "/broken", "/moved");

    private record Grade(String what, boolean passed) {
        @Override
        public String toString() {
            return (passed ? "passed  " : "FAILED  ") + what;
        }
    }

    private final long began = System.nanoTime();
    private final InstantSource clock = () -> START.plusNanos((System.nanoTime() - began) * SPEED);
    private final Newsroom newsroom = new Newsroom(clock);
    private final MemoryKafka kafka = new MemoryKafka();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void shouldPassEveryCheckOfTheScoreCard() {
        tellAll(Newsroom.rss("One"));
        try (IngestService service = started()) {
            awaitDay(1);
            assertThat(service.alive()).isTrue();
        }
        tellAll(Newsroom.rss("Two", "One"));
        try (IngestService service = started()) {
            awaitDay(2);
            tellAll(Newsroom.rss("Three", "Two", "One"));
            awaitDay(3);
            assertThat(service.alive()).isTrue();
        }

        List<Grade> card = card();

        print(card);
        assertThat(card).allMatch(Grade::passed);
    }

    private List<Grade> card() {
        List<Request> all = newsroom.requests();
        List<Request> again = newsroom.requests("/steady").stream().skip(1).toList();
        List<Grade> card = new ArrayList<>();
        card.add(new Grade("asks again at all", again.size() > 20));
        card.add(new Grade("never without a condition after the first time", each(again, MannersTest::isConditional)));
        card.add(new Grade("sends If-None-Match byte for byte", each(again, one -> one.header("If-none-match")
                .equals(ETAG))));
        card.add(new Grade("sends If-Modified-Since as it was given", each(again, one -> one.header("If-modified-since")
                .equals(MODIFIED.strip()))));
        card.add(new Grade(
                "comes no sooner than promised, also after a restart",
                PATHS.stream().allMatch(this::keptPromises)));
        card.add(new Grade(
                "stays away while an answer is fresh", gaps("/fresh-for-hours").allMatch(atLeast("PT5H"))));
        card.add(new Grade("obeys Retry-After", gaps("/asks-for-patience").allMatch(atLeast("PT3H"))));
        card.add(new Grade("leaves what is gone", newsroom.requests("/gone").size() == 1));
        card.add(new Grade(
                "asks ever more seldom for what is missing",
                newsroom.requests("/missing").size() < again.size() / 2));
        card.add(new Grade(
                "does not give up a server that is broken",
                newsroom.requests("/broken").size() > 3));
        card.add(new Grade(
                "follows a redirect and keeps it when it lasted",
                newsroom.requests("/moved").size()
                        < newsroom.requests("/moved-here").size()));
        card.add(new Grade("says who it is and how to reach us", each(all, one -> one.header("User-agent")
                .equals(AGENT))));
        card.add(new Grade("takes compressed answers", each(all, one -> one.header("Accept-encoding")
                .contains("gzip"))));
        card.add(new Grade(
                "sends no cookie back", each(all, one -> one.header("Cookie").isEmpty())));
        card.add(new Grade("tells nobody where it comes from", each(all, one -> one.header("Referer")
                .isEmpty())));
        card.add(new Grade(
                "adds nothing to an address", each(all, one -> !one.path().contains("?"))));
        return card;
    }

    private static boolean isConditional(Request request) {
        return !request.header("If-none-match").isEmpty();
    }

    private static boolean each(List<Request> requests, Predicate<Request> check) {
        return !requests.isEmpty() && requests.stream().allMatch(check);
    }

    private Stream<Duration> gaps(String path) {
        List<Instant> times = newsroom.requests(path).stream().map(Request::at).toList();
        assertThat(times).as(path).hasSizeGreaterThan(2);
        return Stream.iterate(1, i -> i < times.size(), i -> i + 1)
                .map(i -> Duration.between(times.get(i - 1), times.get(i)));
    }

    private static Predicate<Duration> atLeast(String duration) {
        return gap -> gap.compareTo(Duration.parse(duration)) >= 0;
    }

    /** Each request came at or after the time that was committed last before it. */
    private boolean keptPromises(String path) {
        List<FeedState> states = kafka.states().stream()
                .filter(state -> state.feedId().equals(id(path)))
                .toList();
        return newsroom.requests(path).stream().allMatch(request -> states.stream()
                .filter(state ->
                        state.lastPollAt() != null && !state.lastPollAt().isAfter(request.at()))
                .reduce((earlier, later) -> later)
                .map(state -> !request.at().isBefore(state.nextPollAt()))
                .orElse(true));
    }

    /** Not in the middle of a poll: one that is broken off is made again after the restart. */
    private void awaitDay(int day) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<Request> asked = newsroom.requests();
            Instant now = clock.instant();
            return !asked.isEmpty()
                    && now.isAfter(asked.getFirst().at().plus(Duration.ofDays(day)))
                    && asked.getLast().at().isBefore(now.minus(Duration.ofMinutes(3)));
        });
    }

    private void tellAll(String rss) {
        newsroom.tell(
                "/steady", new Answer(200, Map.of("ETag", ETAG, "Last-Modified", MODIFIED, "Set-Cookie", "a=b"), rss));
        newsroom.tell("/fresh-for-hours", new Answer(200, Map.of("Cache-Control", "max-age=18000"), rss));
        newsroom.tell("/asks-for-patience", new Answer(429, Map.of("Retry-After", "10800"), ""));
        newsroom.tell("/gone", new Answer(410, Map.of(), ""));
        newsroom.tell("/missing", new Answer(404, Map.of(), ""));
        newsroom.tell("/broken", new Answer(500, Map.of(), "out of order"));
        newsroom.tell(
                "/moved",
                new Answer(301, Map.of("Location", newsroom.uri("/moved-here").toString()), ""));
        newsroom.tell("/moved-here", new Answer(200, Map.of(), rss));
    }

    private IngestService started() {
        IngestConfig usual = IngestConfig.defaults(
                PATHS.stream()
                        .map(path -> FeedSource.of(id(path), newsroom.uri(path), FeedOrigin.FILE)
                                .withFullText(FullText.NEVER))
                        .toList(),
                OutboundConfig.defaults(AGENT).withAllow(AllowList.of("127.0.0.0/8")));
        var config = new IngestConfig(
                usual.feeds(),
                null,
                usual.outbound(),
                "test",
                "test-0",
                usual.sessionTimeout(),
                usual.interval(),
                usual.slowest(),
                usual.longest(),
                Duration.ZERO,
                Duration.ofMillis(2),
                usual.concurrentPolls(),
                Duration.ZERO,
                null,
                true);
        var service =
                new IngestService(config, kafka.connections(), Duration.ofMillis(5), clock, new SimpleMeterRegistry());
        service.start();
        return service;
    }

    /** A feed is named after its path. */
    private static String id(String path) {
        return path.substring(1);
    }

    @SuppressWarnings("SystemOut") // a score card is there to be read
    private static void print(List<Grade> card) {
        card.forEach(System.out::println);
    }
}

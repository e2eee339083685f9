package io.dyadwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.publish.MemoryKafka;
import io.dyadwire.ingest.websub.WebSubConfig;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A feed, its hub, and us between them. */
@Timeout(60)
class WebSubTest {
    private static final Instant START = Instant.parse("2019-08-14T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String TOPIC = "https://news.example/feed?a=1&b=%C3%A9";
    private static final Duration AWHILE = Duration.ofMillis(200);

    private final Newsroom newsroom = new Newsroom();
    private final Hub hub = new Hub("127.0.0.1");
    private final MemoryKafka kafka = new MemoryKafka();
    private final AtomicReference<Instant> time = new AtomicReference<>(START);
    private MeterRegistry meters = new SimpleMeterRegistry();
    private final int port = freePort();

    WebSubTest() throws IOException {}

    @AfterEach
    void close() {
        newsroom.close();
        hub.close();
    }

    @Test
    void shouldPollAFeedLongBeforeItsTimeWhenItsHubSaysSo() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> form = asked(1);
            assertThat(form)
                    .containsEntry("hub.mode", "subscribe")
                    .containsEntry("hub.topic", TOPIC)
                    .containsEntry("hub.lease_seconds", "604800");
            assertThat(form.get("hub.callback")).matches("http://127\\.0\\.0\\.1:" + port + "/push/[0-9a-f]{32}");
            assertThat(form.get("hub.secret")).matches("[0-9a-f]{64}");
            HttpResponse<String> answer = hub.confirm(form, 604800);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("riddle");
            assertThat(active()).isEqualTo(1);

            tellNews(hub.uri(), "Two", "One");
            pass(Duration.ofMinutes(2));
            assertThat(ping(form, Newsroom.rss("Not from the feed"))).isEqualTo(204);

            await().until(() -> kafka.articles().size() == 2);
            assertThat(service.alive()).isTrue();
        }
        assertThat(kafka.articles()).extracting(Article::title).containsExactly("One", "Two");
        assertThat(pings("accepted")).isEqualTo(1);
        assertThat(state().nextPollAt()).isAfter(time.get().plus(Duration.ofMinutes(14)));
    }

    @Test
    void shouldPollNoMoreThanOnceAMinuteHoweverOftenItIsTold() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> form = confirmed();
            pass(Duration.ofSeconds(20));
            ping(form, "a");
            ping(form, "b");
            awaitNoMorePolls(1);

            pass(Duration.ofSeconds(40));
            await().until(() -> polls() == 2);
            awaitNoMorePolls(2);
            assertThat(service.alive()).isTrue();
        }
        assertThat(pings("accepted")).isEqualTo(2);
    }

    @Test
    void shouldIgnoreWhatTheHubDidNotSign() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> form = confirmed();
            pass(Duration.ofMinutes(2));
            assertThat(hub.ping(form, "news", "a key that somebody made up")).isEqualTo(204);
            assertThat(hub.pingWithHeader(form, "news", "md5=00")).isEqualTo(204);
            assertThat(hub.ping(elsewhere(form), "news", form.get("hub.secret")))
                    .isEqualTo(404);
            assertThat(ping(form, "x".repeat(10 * 1024 * 1024 + 1))).isEqualTo(413);

            awaitNoMorePolls(1);
            assertThat(service.alive()).isTrue();
        }
        assertThat(pings("forged")).isEqualTo(1);
        assertThat(pings("unsigned")).isEqualTo(1);
        assertThat(pings("unknown")).isEqualTo(1);
        assertThat(pings("too-large")).isEqualTo(1);
        assertThat(pings("accepted")).isZero();
    }

    @Test
    void shouldConfirmNothingButWhatItAskedFor() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> form = asked(1);
            assertThat(hub.callBack(form, "subscribe", "https://other.example/feed", 600)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(hub.callBack(form, "unsubscribe", TOPIC, 600).statusCode())
                    .isEqualTo(404);
            assertThat(hub.callBack(elsewhere(form), "subscribe", TOPIC, 600).statusCode())
                    .isEqualTo(404);
            assertThat(active()).isZero();

            assertThat(hub.confirm(form, 600).statusCode()).isEqualTo(200);
            assertThat(active()).isEqualTo(1);
            assertThat(hub.confirm(form, 600_000).statusCode())
                    .as("nobody asked twice")
                    .isEqualTo(404);
            assertThat(service.alive()).isTrue();
        }
    }

    @Test
    void shouldRenewALeaseBeforeItEnds() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> first = asked(1);
            hub.confirm(first, Duration.ofHours(10).toSeconds());
            pass(Duration.ofHours(7));
            awaitNoMoreRequests(1);

            pass(Duration.ofHours(1));
            assertThat(asked(2)).isEqualTo(first);
            pass(Duration.ofHours(3));
            assertThat(active()).as("the hub did not renew it").isZero();
            assertThat(service.alive()).isTrue();
        }
    }

    @Test
    void shouldKeepItsLeasesOverARestart() throws Exception {
        tellNews(hub.uri(), "One");
        Map<String, String> form;
        try (IngestService service = started()) {
            form = confirmed();
            pass(Duration.ofMinutes(17));
            await().until(() ->
                    state().push() != null && state().push().isOn(time.get().plus(Duration.ofDays(6))));
            assertThat(service.alive()).isTrue();
        }
        try (IngestService service = started()) {
            await().until(() -> service.problems().isEmpty() && active() == 1);
            awaitNoMoreRequests(1);
            tellNews(hub.uri(), "Two", "One");
            pass(Duration.ofMinutes(2));
            assertThat(ping(form, "news")).isEqualTo(204);
            await().until(() -> kafka.articles().size() == 2);
        }
    }

    @Test
    void shouldUnsubscribeFromWhatIsNotWantedAnyMoreAndSubscribeAgainWhenItIs() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> form = confirmed();
            pass(Duration.ofMinutes(17));
            await().until(() -> state().push() != null && state().push().isOn(time.get()));
            kafka.want(feed().withVersion(2).withPaused(true));
            Map<String, String> leaving = asked(2);
            assertThat(leaving)
                    .containsEntry("hub.mode", "unsubscribe")
                    .containsEntry("hub.topic", TOPIC)
                    .containsEntry("hub.callback", form.get("hub.callback"));
            assertThat(ping(form, "news")).isEqualTo(410);
            assertThat(hub.confirm(leaving, 0).statusCode()).isEqualTo(200);
            assertThat(ping(form, "news")).isEqualTo(410);

            kafka.want(feed().withVersion(3));
            assertThat(asked(3)).isEqualTo(form);
            assertThat(service.alive()).isTrue();
        }
    }

    @Test
    void shouldAskAHubThatDeniedItNoSoonerThanAfterAWeek() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> form = confirmed();
            assertThat(hub.callBack(form, "denied", TOPIC, 0).statusCode()).isEqualTo(200);
            assertThat(active()).isZero();
            pass(WEEK.minusMinutes(1));
            awaitNoMoreRequests(1);
            pass(Duration.ofMinutes(1));
            assertThat(asked(2)).isEqualTo(form);
            assertThat(service.alive()).isTrue();
        }
    }

    @Test
    void shouldAskAgainWhenAHubIsBusyButNotBeforeItWants() throws Exception {
        hub.tell(503, Map.of("Retry-After", "1800"));
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            asked(1);
            awaitNoMoreRequests(1);
            pass(Duration.ofMinutes(29));
            awaitNoMoreRequests(1);
            pass(Duration.ofMinutes(1));
            asked(2);
            assertThat(service.alive()).isTrue();
        }
    }

    @Test
    void shouldNotHurryAFeedWhoseServerAskedForPatience() throws Exception {
        tellNews(hub.uri(), "One");
        try (IngestService service = started()) {
            Map<String, String> form = confirmed();
            newsroom.tell("/a", new Newsroom.Answer(429, Map.of("Retry-After", "7200"), ""));
            pass(Duration.ofMinutes(17));
            await().until(() -> state().consecutiveErrors() == 1);
            pass(Duration.ofMinutes(100));
            assertThat(ping(form, "news")).isEqualTo(204);
            awaitNoMorePolls(2);

            tellNews(hub.uri(), "Two", "One");
            pass(Duration.ofMinutes(20));
            await().until(() -> kafka.articles().size() == 2);
            assertThat(service.alive()).isTrue();
        }
    }

    @Test
    void shouldNeverGoToAHubInsideAndPollAllTheSame() throws Exception {
        try (Hub inside = new Hub("127.0.0.2")) {
            tellNews(inside.uri(), "One");
            try (IngestService service = started()) {
                await().until(() -> !kafka.states().isEmpty() && state().push() != null);
                pass(Duration.ofMinutes(17));
                await().until(() -> polls() == 2);
                await().during(AWHILE).until(() -> inside.asked().isEmpty());
                assertThat(service.alive()).isTrue();
            }
        }
        assertThat(active()).isZero();
    }

    private void tellNews(URI hubUri, String... titles) {
        String links = """
                <channel><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="%s"/>
                <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="%s"/>
                """.formatted(hubUri, TOPIC.replace("&", "&amp;"));
        newsroom.tell("/a", 200, Newsroom.rss(titles).replace("<channel>", links));
    }

    private FeedSource feed() {
        return FeedSource.of("a", newsroom.uri("/a"), FeedOrigin.COMMAND).withFullText(FullText.NEVER);
    }

    private IngestService started() {
        if (kafka.sources().isEmpty()) {
            kafka.want(feed());
        }
        IngestConfig usual = IngestConfig.defaults(
                List.of(),
                OutboundConfig.defaults("Dyadwire/test (+https://example.org)").withAllow(AllowList.of("127.0.0.1")));
        var config = new IngestConfig(
                List.of(),
                null,
                usual.outbound(),
                "test",
                "test-0",
                usual.sessionTimeout(),
                Duration.ofMinutes(15),
                Duration.ofMinutes(15),
                Duration.ofDays(1),
                Duration.ZERO,
                Duration.ofMillis(5),
                4,
                Duration.ZERO,
                new WebSubConfig(
                        URI.create("http://127.0.0.1:" + port + "/push"),
                        "127.0.0.1",
                        port,
                        "a secret of thirty-two characters"),
                true);
        meters = new SimpleMeterRegistry();
        var service = new IngestService(config, kafka.connections(), Duration.ofMillis(5), time::get, meters);
        service.start();
        return service;
    }

    /** The latest request, once there are so many. */
    private Map<String, String> asked(int count) {
        await().until(() -> hub.asked().size() >= count);
        assertThat(hub.asked()).hasSize(count);
        return hub.asked().getLast();
    }

    private Map<String, String> confirmed() throws Exception {
        Map<String, String> form = asked(1);
        assertThat(hub.confirm(form, WEEK.toSeconds()).statusCode()).isEqualTo(200);
        return form;
    }

    private int ping(Map<String, String> form, String body) throws Exception {
        return hub.ping(form, body, hub.asked().getFirst().get("hub.secret"));
    }

    private static Map<String, String> elsewhere(Map<String, String> form) {
        return Map.of("hub.callback", form.get("hub.callback").replaceFirst(".$", "-"));
    }

    private void awaitNoMorePolls(int count) {
        await().during(AWHILE).until(() -> polls() == count);
    }

    private void awaitNoMoreRequests(int count) {
        await().during(AWHILE).until(() -> hub.asked().size() == count);
    }

    private int polls() {
        return newsroom.requests("/a").size();
    }

    private double active() {
        return meters.get("dyadwire.websub.subscriptions").gauge().value();
    }

    private double pings(String outcome) {
        return meters.counter("dyadwire.websub.pings", "outcome", outcome).count();
    }

    private FeedState state() {
        return kafka.states().getLast();
    }

    private void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

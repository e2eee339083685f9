package io.dyadwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.ingest.Newsroom;
import io.dyadwire.ingest.fetch.FetchOutcome.Failed;
import io.dyadwire.ingest.fetch.FetchOutcome.Fetched;
import io.dyadwire.ingest.fetch.FetchOutcome.NotModified;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFetcherTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");
    private final Newsroom newsroom = new Newsroom();
    private final OutboundClient client = new OutboundClient(
            OutboundConfig.defaults("Dyadwire/test (+https://example.org)").withAllow(AllowList.of("127.0.0.0/8")));
    private final FeedFetcher fetcher = new FeedFetcher(client, () -> NOW);

    @AfterEach
    void close() {
        client.close();
        newsroom.close();
    }

    @Test
    void shouldSendBackWhatTheServerGaveByteForByte() {
        newsroom.tell(
                "/a", new Newsroom.Answer(200, Map.of("ETag", "W/\"a  b\"", "Last-Modified", "Tuesday-ish"), "x"));

        Fetched first = (Fetched) fetcher.fetch(newsroom.uri("/a"), null, null);
        FetchOutcome second = fetcher.fetch(
                newsroom.uri("/a"), first.answer().etag(), first.answer().lastModified());

        assertThat(second).isInstanceOf(NotModified.class);
        assertThat(newsroom.requests("/a").getFirst().header("If-none-match")).isEmpty();
        assertThat(newsroom.requests("/a").get(1).header("If-none-match")).isEqualTo("W/\"a  b\"");
        assertThat(newsroom.requests("/a").get(1).header("If-modified-since")).isEqualTo("Tuesday-ish");
    }

    @Test
    void shouldFollowARedirectAndSayWhereItEnded() {
        newsroom.tell("/old", new Newsroom.Answer(302, Map.of("Location", "/new"), ""));
        newsroom.tell("/new", 200, "x");

        Fetched fetched = (Fetched) fetcher.fetch(newsroom.uri("/old"), null, null);

        assertThat(fetched.uri()).isEqualTo(newsroom.uri("/new"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, DENIED, the server answered 401 (asks for a login)",
        "404, NOT_FOUND, the server answered 404 (not found)",
        "410, GONE, the server answered 410 (gone for good)",
        "418, STATUS, the server answered 418",
        "500, STATUS, the server answered 500 (its own error)"
    })
    void shouldPutStatusesIntoWords(int status, Trouble trouble, String words) {
        newsroom.tell("/a", status, "");

        assertThat(fetcher.fetch(newsroom.uri("/a"), null, null)).isEqualTo(new Failed(trouble, words, null, false));
    }

    @Test
    void shouldHearHowLongToStayAway() {
        newsroom.tell("/a", new Newsroom.Answer(503, Map.of("Retry-After", "3600"), ""));

        Failed failed = (Failed) fetcher.fetch(newsroom.uri("/a"), null, null);

        assertThat(failed.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(failed.trouble()).isEqualTo(Trouble.BUSY);
        assertThat(failed.wholeHost()).as("a server of our own").isFalse();
    }

    @Test
    void shouldTellAServerThatHangsFromOneThatCannotBeReached() throws Exception {
        URI there;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            there = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/feed");
            assertThat(hurried(there).trouble()).isEqualTo(Trouble.TIMEOUT);
        }
        assertThat(hurried(there).trouble()).isEqualTo(Trouble.NETWORK);
    }

    private static Failed hurried(URI there) {
        OutboundConfig config = OutboundConfig.defaults("Dyadwire/test (+https://example.org)")
                .withAllow(AllowList.of("127.0.0.0/8"))
                .withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(5));
        try (OutboundClient impatient = new OutboundClient(config)) {
            return (Failed) new FeedFetcher(impatient, () -> NOW).fetch(there, null, null);
        }
    }

    @Test
    void shouldSayWhyAnAddressIsNotAsked() {
        assertThat(fetcher.fetch(URI.create("http://10.0.0.1/feed"), null, null))
                .isEqualTo(new Failed(
                        Trouble.REFUSED, "refused: its address 10.0.0.1 is in 10.0.0.0/8 (private)", null, false));
    }

    /** The name leads here when the request is made, and to the public internet when it is asked whose it is. */
    @Test
    void shouldTakeRetryAfterOfAStrangerForHisWholeHost() {
        newsroom.tell("/busy", new Newsroom.Answer(429, Map.of("Retry-After", "600"), ""));
        newsroom.tell("/vague", new Newsroom.Answer(429, Map.of(), ""));
        int[] asked = {0};
        try (OutboundClient stranger = new OutboundClient(
                OutboundConfig.defaults("Dyadwire/test (+https://example.org)").withAllow(AllowList.of("127.0.0.0/8")),
                host -> List.of(
                        asked[0]++ % 2 == 0
                                ? InetAddress.getLoopbackAddress()
                                : InetAddress.getByAddress(new byte[] {8, 8, 8, 8})))) {
            URI there = URI.create("http://news.example:" + newsroom.uri("/").getPort());
            FeedFetcher abroad = new FeedFetcher(stranger, () -> NOW);

            Failed busy = (Failed) abroad.fetch(there.resolve("/busy"), null, null);
            Failed vague = (Failed) abroad.fetch(there.resolve("/vague"), null, null);

            assertThat(busy.wholeHost()).isTrue();
            assertThat(vague.wholeHost()).isFalse();
            assertThat(vague.trouble()).isEqualTo(Trouble.BUSY);
        }
    }

    @Test
    void shouldTakeWhatA304SaysAndKeepTheRest() {
        newsroom.tell("/a", new Newsroom.Answer(304, Map.of("ETag", "\"2\""), ""));
        NotModified same = (NotModified) fetcher.fetch(newsroom.uri("/a"), "\"1\"", "Monday");
        newsroom.tell("/a", 200, "x");
        Fetched bare = (Fetched) fetcher.fetch(newsroom.uri("/a"), "\"1\"", "Monday");

        assertThat(same.answer().etag()).isEqualTo("\"2\"");
        assertThat(same.answer().lastModified()).isEqualTo("Monday");
        assertThat(bare.answer()).isEqualTo(Answer.BARE);
    }

    @Test
    void shouldNotTrustValidatorsThatExpireAtOnce() {
        newsroom.tell(
                "/a", new Newsroom.Answer(200, Map.of("ETag", "x", "Last-Modified", "Monday", "Expires", "0"), "x"));

        Fetched fetched = (Fetched) fetcher.fetch(newsroom.uri("/a"), null, null);

        assertThat(fetched.answer()).isEqualTo(Answer.BARE);
    }

    @Test
    void shouldSayWhereAPermanentRedirectLeads() {
        newsroom.tell("/old", new Newsroom.Answer(301, Map.of("Location", "/new"), ""));
        newsroom.tell("/new", new Newsroom.Answer(307, Map.of("Location", "/today"), ""));
        newsroom.tell("/today", 200, "x");

        Fetched fetched = (Fetched) fetcher.fetch(newsroom.uri("/old"), null, null);
        Fetched temporary = (Fetched) fetcher.fetch(newsroom.uri("/new"), null, null);

        assertThat(fetched.answer().movedTo()).isEqualTo(newsroom.uri("/new"));
        assertThat(temporary.answer().movedTo()).isNull();
    }
}

package io.dyadwire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.ingest.Newsroom;
import io.dyadwire.ingest.fetch.FetchOutcome.Failed;
import io.dyadwire.ingest.fetch.FetchOutcome.Fetched;
import io.dyadwire.ingest.fetch.FetchOutcome.NotModified;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
        FetchOutcome second = fetcher.fetch(newsroom.uri("/a"), first.etag(), first.lastModified());

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
        "401, the server answered 401 (asks for a login)",
        "404, the server answered 404 (not found)",
        "410, the server answered 410 (gone for good)",
        "418, the server answered 418",
        "500, the server answered 500 (its own error)"
    })
    void shouldPutStatusesIntoWords(int status, String words) {
        newsroom.tell("/a", status, "");

        assertThat(fetcher.fetch(newsroom.uri("/a"), null, null)).isEqualTo(new Failed(words, null));
    }

    @Test
    void shouldHearHowLongToStayAway() {
        newsroom.tell("/a", new Newsroom.Answer(503, Map.of("Retry-After", "3600"), ""));

        Failed failed = (Failed) fetcher.fetch(newsroom.uri("/a"), null, null);

        assertThat(failed.retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void shouldSayWhyAnAddressIsNotAsked() {
        assertThat(fetcher.fetch(URI.create("http://10.0.0.1/feed"), null, null))
                .isEqualTo(new Failed("refused: its address 10.0.0.1 is in 10.0.0.0/8 (private)", null));
    }
}

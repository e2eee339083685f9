package io.dyadwire.runner.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.ingest.feed.FeedReader;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.feed.UnreadableFeedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsroomTest {
    private static final String FIRST = "seoul-to-drop-japan-from-trusted-list";

    private final AtomicReference<Instant> now = new AtomicReference<>(DemoClock.START);
    private final HttpClient client = HttpClient.newHttpClient();
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = Newsroom.open(now::get);
    }

    @AfterEach
    void close() {
        newsroom.close();
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pacific-wire, rss_2.0, 13, Pacific Wire",
        "hanseong-ledger, atom_1.0, 7, The Hanseong Ledger",
        "kanto-courier, rss_1.0, 6, Kanto Courier",
        "meridian-post, rss_2.0, 13, Meridian Post - World",
        "harbour-evening, atom_1.0, 11, Harbour Evening News"
    })
    void shouldServeEachFeedInItsFormat(String name, String format, int items, String title) throws Exception {
        now.set(DemoClock.END);

        ParsedFeed feed = read(name);

        assertThat(feed.format()).isEqualTo(format);
        assertThat(feed.title()).isEqualTo(title);
        assertThat(feed.items()).hasSize(items).allSatisfy(item -> {
            assertThat(item.url()).isNotNull();
            assertThat(item.title()).isNotBlank();
            assertThat(item.publishedAt()).isBetween(DemoClock.START, DemoClock.END);
            assertThat(item.authors()).isNotEmpty();
            assertThat(item.content() == null ? item.summary() : item.content()).hasSizeGreaterThan(60);
        });
    }

    @Test
    void shouldPublishAnArticleWhenItsTimeHasCome() throws Exception {
        assertThat(read("pacific-wire").items()).isEmpty();
        assertThat(get("/pacific-wire/" + FIRST + ".html").statusCode()).isEqualTo(404);

        now.set(Instant.parse("2019-08-12T00:10:00Z"));

        List<ParsedItem> items = read("pacific-wire").items();
        assertThat(items)
                .extracting(ParsedItem::title)
                .containsExactly("South Korea to take Japan off its list of trusted trade partners");
        assertThat(items.getFirst().publishedAt()).isEqualTo(now.get());
        assertThat(get(items.getFirst().url().getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayThatNothingIsNewUntilSomethingIs() throws Exception {
        now.set(Instant.parse("2019-08-12T01:00:00Z"));
        HttpResponse<String> first = get("/pacific-wire/feed");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(modified).isEqualTo("Mon, 12 Aug 2019 00:10:00 GMT");

        now.set(Instant.parse("2019-08-13T14:00:00Z"));
        HttpResponse<String> same = get("/pacific-wire/feed", "If-None-Match", etag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(get("/pacific-wire/feed", "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);

        now.set(Instant.parse("2019-08-13T14:30:00Z"));
        assertThat(get("/pacific-wire/feed", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
        assertThat(get("/pacific-wire/feed", "If-Modified-Since", modified).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldCarryOneArticleInTwoFeeds() throws Exception {
        now.set(DemoClock.END);
        Map<URI, List<String>> feedsOf = new HashMap<>();
        for (Publication publication : Archive.bundled().publications()) {
            read(publication.id()).items().stream()
                    .collect(Collectors.groupingBy(ParsedItem::url))
                    .keySet()
                    .forEach(url -> feedsOf.merge(url, List.of(publication.id()), NewsroomTest::both));
        }

        assertThat(feedsOf)
                .containsEntry(
                        newsroom.site().resolve("/pacific-wire/south-korea-ends-military-pact.html"),
                        List.of("pacific-wire", "meridian-post"));
    }

    @Test
    void shouldHaveOneFeedThatNobodyCanRead() {
        assertThat(newsroom.feeds()).hasSize(6);
        assertThatThrownBy(() -> read(Newsroom.BROKEN))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageContaining("cut off before its first item ends");
    }

    @Test
    void shouldGiveEveryArticleAPageWithItsWholeText() throws Exception {
        now.set(DemoClock.END);
        for (Publication publication : Archive.bundled().publications()) {
            for (Story story : publication.stories()) {
                if (story.carries() == null) {
                    String page = get("/" + publication.id() + "/" + story.slug() + ".html")
                            .body();
                    assertThat(page)
                            .contains("<h1>" + Xml.escape(story.title()) + "</h1>")
                            .contains(story.published().toString())
                            .contains(Xml.paragraphs(story.paragraphs()));
                }
            }
        }
    }

    @Test
    void shouldListItsFeedsAsOpml() {
        assertThat(newsroom.opml())
                .contains("<outline type=\"rss\" id=\"pacific-wire\" text=\"Pacific Wire\" publisher=\"Pacific Wire\""
                        + " language=\"en\" xmlUrl=\"" + newsroom.site() + "pacific-wire/feed\"")
                .contains("xmlUrl=\"" + newsroom.site() + "coastal-bulletin/feed\"");
    }

    @ParameterizedTest
    @CsvSource({"/", "/pacific-wire/", "/nobody/feed", "/pacific-wire/nothing.html", "/../etc/passwd", "/a/b/c/feed"})
    void shouldKnowNothingElse(String path) throws Exception {
        now.set(DemoClock.END);

        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    private ParsedFeed read(String name) throws IOException, InterruptedException, UnreadableFeedException {
        URI address = newsroom.site().resolve("/" + name + "/feed");
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        return new FeedReader().read(answer.body(), type, address);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        URI address = URI.create(newsroom.site().toString().replaceAll("/$", "") + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}

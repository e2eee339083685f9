package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedPush;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubLinksTest {
    private static final URI BASE = URI.create("https://news.example/feeds/all.xml");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <https://hub.example/>; rel="hub", <https://news.example/all>; rel="self" | https://hub.example/ | https://news.example/all
            <https://hub.example/?a=1,2>;rel=hub                                      | https://hub.example/?a=1,2 |
            <//hub.example/x>; title="a, \\"b\\"; rel=no"; REL="alternate HUB"        | https://hub.example/x |
            <all>; rel=self; type="application/atom+xml"                              | | https://news.example/feeds/all
            <https://News.example/A%e9>; rel=self                                     | | https://News.example/A%e9
            <https://one.example/>; rel=hub, <https://two.example/>; rel=hub          | https://one.example/ |
            <mailto:hub@news.example>; rel=hub                                        | |
            <https://news.example/next>; rel="next"; hub="self"                       | |
            https://hub.example/; rel=hub                                             | |
            """)
    void shouldReadLinkHeaders(String header, URI hub, URI self) {
        assertThat(HubLinks.inHeaders(List.of(header), BASE)).isEqualTo(new HubLinks(hub, self));
    }

    @Test
    @Timeout(5)
    void shouldNotBeKeptBusyByAHeaderMadeForIt() {
        List<String> hostile = List.of(
                "<a>" + "; a=\"".repeat(3000),
                "<a>" + " ;".repeat(8000),
                "<a>" + ";a".repeat(8000) + ";rel=hub",
                "<a>;a=\"" + "\\\"".repeat(8000) + "\";rel=hub",
                "<".repeat(16_000));

        assertThat(HubLinks.inHeaders(hostile, BASE)).isEqualTo(HubLinks.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>N</title><a:link rel="self" href="/all"/><a:link rel="hub" href="https://hub.example/"/>%s</channel></rss>
            <rss version="2.0"><channel><title>N</title><link>https://news.example/</link><link rel="hub" href="https://hub.example/"/><link rel="self" href="https://news.example/all"/>%s</channel></rss>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/x/"><id>urn:n</id><title>N</title><link rel="self" href="../all"/><link rel="hub" href=" https://hub.example/ "/><entry><id>urn:e</id><title>E</title><link rel="hub" href="https://not.example/"/></entry></feed>
            {"version": "https://jsonfeed.org/version/1.1", "title": "N", "feed_url": "https://news.example/all", "hubs": [{"type": "rssCloud", "url": "https://cloud.example/"}, {"type": "WebSub", "url": "https://hub.example/"}], "items": []}
            """)
    void shouldReadWhatFeedsName(String feed) throws UnreadableFeedException {
        assertThat(read(feed.replace(
                        "%s", "<item><title>E</title><link rel=\"hub\" href=\"https://not.example/\"/></item>")))
                .isEqualTo(new HubLinks(URI.create("https://hub.example/"), URI.create("https://news.example/all")));
    }

    @Test
    void shouldTakeWhereItWasReadForTheTopicOfAFeedThatDoesNotSay() {
        URI hub = URI.create("https://hub.example/");

        assertThat(new HubLinks(hub, null).push(BASE)).contains(FeedPush.of(hub, BASE));
        assertThat(new HubLinks(null, BASE).push(BASE)).isEmpty();
        assertThat(HubLinks.NONE.or(new HubLinks(hub, null)).or(new HubLinks(BASE, BASE)))
                .isEqualTo(new HubLinks(hub, BASE));
    }

    private static HubLinks read(String feed) throws UnreadableFeedException {
        return new FeedReader()
                .read(feed.getBytes(StandardCharsets.UTF_8), null, BASE)
                .hubs();
    }
}

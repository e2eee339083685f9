package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedLinksTest {
    private static final URI PAGE = URI.create("https://site.example/news/today.html");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='alternate' type='application/rss+xml' href='../feed.xml'>",
                "<link rel=ALTERNATE type='Application/Atom+XML; charset=utf-8' href='//site.example/feed.xml'>",
                "<link rel='feed' href='/feed.xml'>",
                "<link rel='alternate home' type='text/xml' href='/feed.xml'>",
                "<base href='https://site.example/'><link rel=alternate type=application/feed+json href=feed.xml>",
                "<a href='feed://site.example/feed.xml'>x</a><a href='feed:https://site.example/feed.xml'>x</a>",
                "<p><a href='/feed.xml'>Subscribe</a>"
            })
    void shouldFindTheFeedOfAPage(String html) {
        assertThat(addresses(html)).containsExactly("https://site.example/feed.xml");
    }

    @Test
    void shouldPreferDeclaredFeedsAndPutCommentsLast() {
        String html = """
                <link rel=alternate type=application/rss+xml title="Talk: comments" href=/a>
                <link rel=alternate type=application/rss+xml title="News  of the &lt;b&gt; day" href=/b>
                <a href=/rss.xml>RSS</a>
                """;

        assertThat(FeedLinks.in(html, PAGE))
                .containsExactly(
                        new FeedLink(URI.create("https://site.example/b"), "News of the <b> day"),
                        new FeedLink(URI.create("https://site.example/a"), "Talk: comments"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rss",
                "/feed/",
                "/feeds/",
                "/atom.xml",
                "/rss.xml",
                "/index.rdf",
                "/news.rss",
                "/?feed=rss2",
                "/en/rss",
                "/rss/world.xml",
                "/blog/feed",
                "/feed.json",
                "/list?format=atom&x=1"
            })
    void shouldKnowAnAddressThatLooksLikeAFeed(String address) {
        assertThat(addresses("<a href='" + address + "'>x</a>")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/feedback",
                "/news/rssi-levels",
                "/sitemap.xml",
                "/about-our-feeds.html",
                "/atomic",
                "mailto:rss@x.y",
                "javascript:feed()",
                "/feeding-the-cat"
            })
    void shouldNotTakeOtherAddressesForFeeds(String address) {
        assertThat(addresses("<a href='" + address + "'>x</a>")).isEmpty();
    }

    private static List<String> addresses(String html) {
        return FeedLinks.in(html, PAGE).stream()
                .map(link -> link.address().toString())
                .toList();
    }
}

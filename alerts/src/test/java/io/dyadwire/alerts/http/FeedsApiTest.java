package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.http.Server.etag;
import static io.dyadwire.alerts.told.TestAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import io.dyadwire.alerts.access.KnownTokens;
import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.alerts.feed.FeedHub;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.TestAlerts;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Atom feeds over HTTP, read back by ROME. */
class FeedsApiTest {
    private final AlertView view = TestAlerts.complete("asia", "world");
    private final LiveRules live =
            LiveRules.of(book("- {id: talks, desk: asia, name: Talks & pacts, keywords: talk}\n"), () -> T0);
    private final Server server = new Server(HttpConfig.DEFAULTS, live, () -> null, view, () -> T0);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldShowTheNewestAlertsOfADesk() throws Exception {
        for (int i = 0; i < FeedsApi.MOST + 5; i++) {
            TestAlerts.put(view, alert("a" + i, "asia", T0.plusSeconds(i)), i);
        }
        TestAlerts.put(view, alert("w", "world", T0.plusSeconds(999)), 0);
        HttpResponse<String> answer = server.get("/feeds/asia.atom");
        SyndFeed feed = read(answer);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml; charset=utf-8");
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("Alerts: Asia desk");
        assertThat(feed.getUri()).isEqualTo("tag:dyadwire.io,2026:feed:asia");
        assertThat(feed.getEntries()).hasSize(FeedsApi.MOST);
        SyndEntry newest = feed.getEntries().getFirst();
        assertThat(newest.getUri()).isEqualTo("tag:dyadwire.io,2026:alert:a104");
        assertThat(newest.getTitle()).isEqualTo("Tokyo and Seoul talk again");
        assertThat(newest.getLink()).isEqualTo("https://herald.example/a104");
        assertThat(newest.getAuthor()).isEqualTo("The Herald");
        assertThat(newest.getUpdatedDate()).isEqualTo(Date.from(T0.plusSeconds(104)));
        assertThat(newest.getContents().getFirst().getValue()).isEqualTo("Talks: It matches.");
        assertThat(newest.getCategories()).extracting(SyndCategory::getName).contains("match", "talks", "JPN-KOR");
    }

    @Test
    void shouldTellWhetherAnythingIsNew() throws Exception {
        TestAlerts.put(view, alert("a", "asia", T0), 0);
        String tag = etag(server.get("/feeds/asia.atom"));

        assertThat(server.get("/feeds/asia.atom", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        TestAlerts.put(view, alert("b", "asia", T0), 1);
        assertThat(server.get("/feeds/asia.atom", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldSayWhoTellsOfChanges() throws Exception {
        FeedHub hub = new FeedHub(URI.create("https://hub.example/"), URI.create("https://alerts.desk.example/d/"));
        HttpConfig config = new HttpConfig("127.0.0.1", 0, KnownTokens.of(Tokens.NONE), hub);
        try (Server pushing = new Server(config, live, () -> null, view, () -> T0)) {
            HttpResponse<String> answer = pushing.get("/feeds/asia/talks.atom");

            assertThat(answer.headers().firstValue("Link"))
                    .hasValue("<https://hub.example/>; rel=\"hub\","
                            + " <https://alerts.desk.example/d/feeds/asia/talks.atom>; rel=\"self\"");
            assertThat(read(answer).getLinks())
                    .extracting(SyndLink::getRel, SyndLink::getHref)
                    .contains(
                            tuple("hub", "https://hub.example/"),
                            tuple("self", "https://alerts.desk.example/d/feeds/asia/talks.atom"));
        }
        assertThat(server.get("/feeds/asia.atom").headers().firstValue("Link")).isEmpty();
    }

    @Test
    void shouldShowThoseOfOneRule() throws Exception {
        TestAlerts.put(view, alert("a", "asia", T0), 0);

        assertThat(read(server.get("/feeds/asia/talks.atom")).getTitle()).isEqualTo("Alerts: Asia desk, Talks & pacts");
        assertThat(read(server.get("/feeds/asia/talks.atom")).getEntries()).hasSize(1);
        assertThat(server.get("/feeds/world/talks.atom").statusCode()).isEqualTo(404);
        assertThat(server.get("/feeds/asia/other.atom").statusCode()).isEqualTo(404);
        assertThat(server.get("/feeds/nobody.atom").statusCode()).isEqualTo(404);
        assertThat(read(server.get("/feeds/world.atom")).getEntries()).isEmpty();
    }

    /** B9 and B12: whatever a title holds, it is text, and the feed is well-formed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img onerror=x>",
                "</title><script>",
                "]]>&#x0;&lt;b&gt;",
                "a & b < c",
                "shy \u202E and \u200B space"
            })
    void shouldKeepATitleText(String title) throws Exception {
        TestAlerts.put(view, alert("a", "asia", title, "https://herald.example/?a=1&b=<2>".replace("<2>", "2"), T0), 0);
        SyndEntry entry = read(server.get("/feeds/asia.atom")).getEntries().getFirst();

        assertThat(entry.getTitle()).isEqualTo(title);
        assertThat(entry.getLink()).isEqualTo("https://herald.example/?a=1&b=2");
    }

    @Test
    void shouldLeaveOutWhatXmlCannotSayAndLinksThatAreNone() throws Exception {
        TestAlerts.put(view, alert("a", "asia", "a\u0000b\u0007c\uD800d\uFFFFe", "javascript:alert(1)", T0), 0);
        SyndEntry entry = read(server.get("/feeds/asia.atom")).getEntries().getFirst();

        assertThat(entry.getTitle()).isEqualTo("abcde");
        assertThat(entry.getLink()).isNull();
    }

    private static SyndFeed read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new SyndFeedInput().build(new StringReader(answer.body()));
    }
}

package io.dyadwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PageExtractorTest {
    private static final URI ADDRESS = URI.create("https://gazette.example/2019/ferry?utm_source=x");
    private static final String PARAGRAPHS = """
            <p>The two ports agreed on Wednesday to open a ferry line, said officials who have followed the talks, after a
            pause of eleven years in which goods had to take the long way around the cape and back.</p>
            <p>Both sides will send their transport ministers to sign the paper next week, and the first ship, an old one
            that was painted anew, shall leave on the first of September with trucks, cars and some guests.</p>
            <p>Fishermen on both shores had asked for a later date, since their season ends only in autumn, and a court
            is still to decide on their complaint, which names the noise and the waves as a danger for the nets.</p>
            """;
    private final PageExtractor extractor = new PageExtractor();

    @Test
    void shouldFindTheArticleAmongEverythingElse() {
        Page page = extract("""
                <html lang="en-GB"><head><title>Ferry line opens | Harbour Gazette</title>
                <meta name="description" content="After eleven years, ships will cross the strait again, and not everybody likes it.">
                </head><body>
                <nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
                <main><h1>Ferry line opens</h1>
                <div class="intro">After eleven years, ships will cross the strait again, and not everybody likes it.</div>
                <article><figure><img src="x.jpg"><figcaption>The old ship in port</figcaption></figure>
                %s
                <p>Photo: Ada Quay/Gazette</p><p>Read more: Port closes</p>
                <ul><li><a href="/1">Another story of the port</a></li><li><a href="/2">One more story of it</a></li></ul>
                </article></main>
                <aside><p>Buy a boat now, cheap and nearly new, only this week and only here.</p></aside>
                <footer>All rights reserved</footer></body></html>
                """.formatted(PARAGRAPHS));

        assertThat(page.title()).isEqualTo("Ferry line opens");
        assertThat(page.language()).isEqualTo("en-GB");
        assertThat(page.text().lines().map(line -> line.substring(0, 12)))
                .containsExactly("After eleven", "The two port", "Both sides w", "Fishermen on");
    }

    @Test
    void shouldReadWhatThePageSaysAboutItself() {
        Page page = extract("""
                <html><head><title>x</title><link rel="canonical" href="/2019/ferry">
                <script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
                  "headline": "Ferry &amp; fishermen", "datePublished": "2019-08-14T09:30:00+09:00",
                  "author": [{"name": "Ada Quay"}, "Ben Pier"],}]}</script>
                <meta property="og:title" content="Not this one"></head><body><article>%s</article></body></html>
                """.formatted(PARAGRAPHS));

        assertThat(page.title()).isEqualTo("Ferry & fishermen");
        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2019-08-14T00:30:00Z"));
        assertThat(page.canonicalUrl()).isEqualTo(URI.create("https://gazette.example/2019/ferry"));
        assertThat(page.byline()).isEqualTo("Ada Quay, Ben Pier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Its own by address, however that is given; by headline; because the others are elsewhere.
                "'url': 'https://www.gazette.example/2019/ferry/'",
                "'mainEntityOfPage': {'@id': 'http://gazette.example/2019/ferry#page'}",
                "'mainEntityOfPage': '/2019/ferry'",
                "'url': 'https://cms.example/77', 'headline': 'The ferry line opens, at last'",
                "'mainEntityOfPage': 'true'"
            })
    void shouldTellItsOwnArticleFromItsNeighboursInJsonLd(String own) {
        String neighbour =
                "{'@type': 'NewsArticle', 'headline': 'Port closes', 'url': 'https://gazette.example/2019/port',"
                        + " 'datePublished': '2019-09-09', 'author': 'Cem Kai', 'isAccessibleForFree': false}";
        Page page = extract(("<html><head><title>The ferry line opens, at last - Gazette</title>" + jsonLd(neighbour)
                        + jsonLd("{'@type': 'NewsArticle', 'datePublished': '2019-08-14', 'author': 'Ada Quay', " + own
                                + "}")
                        + jsonLd(neighbour) + "</head><body><article>%s</article></body></html>")
                .formatted(PARAGRAPHS));

        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2019-08-14T00:00:00Z"));
        assertThat(page.byline()).isEqualTo("Ada Quay");
        assertThat(page.behindWall()).isFalse();
    }

    @Test
    void shouldTakeNothingFromJsonLdThatIsAllOfNeighbours() {
        String neighbour =
                "{'@type': 'NewsArticle', 'headline': 'Port closes', 'url': '/2019/port/%d', 'datePublished': '2019-09-0%d'}";
        Page page = extract("<html><head><title>The ferry line opens, at last</title>"
                + jsonLd("[" + neighbour.formatted(1, 1) + "," + neighbour.formatted(2, 2) + "]")
                + "</head><body><article><time datetime='2019-08-14'>today</time>" + PARAGRAPHS
                + "</article></body></html>");

        assertThat(page.title()).isEqualTo("The ferry line opens, at last");
        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2019-08-14T00:00:00Z"));
    }

    @Test
    void shouldTakeTheOnlyArticleInJsonLdWhateverItsAddress() {
        Page page = extract("<html><head><title>Ferry</title>"
                + jsonLd("{'@type': 'Article', 'url': 'https://cms.example/77', 'datePublished': '2019-08-14'}")
                + "</head><body>" + PARAGRAPHS + "</body></html>");

        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2019-08-14T00:00:00Z"));
    }

    @Test
    void shouldFallBackToMetaTagsAndPlainHtml() {
        Page page = extract("""
                <html><head><title>Ferry line opens after years - Gazette</title>
                <meta name="author" content="https://gazette.example/ada">
                <script type="application/ld+json">{"@type": "NewsArticle", broken</script></head>
                <body><time datetime="2019-08-14">today</time><a rel="author" href="/ada">Ada Quay</a>%s</body></html>
                """.formatted(PARAGRAPHS));

        assertThat(page.title()).isEqualTo("Ferry line opens after years");
        assertThat(page.publishedAt()).isEqualTo(Instant.parse("2019-08-14T00:00:00Z"));
        assertThat(page.byline()).isEqualTo("Ada Quay");
        assertThat(page.canonicalUrl()).isNull();
    }

    @Test
    void shouldTakeTheTextMeantForSearchEnginesWhenThePageShowsNone() {
        Page page = extract("<html><body><p>Please switch on scripts.</p><script type='application/ld+json'>"
                + "{\"@type\":\"Article\",\"articleBody\":\"" + "A whole story is here. ".repeat(20)
                + "\"}</script></body></html>");

        assertThat(page.text()).startsWith("A whole story is here.");
    }

    @Test
    void shouldDecodeByTheHeaderOrByThePage() {
        byte[] bytes = ("<html><head><meta charset='windows-1251'></head><body>" + PARAGRAPHS.replace("ports", "Порт")
                        + "</body></html>")
                .getBytes(Charset.forName("windows-1251"));

        assertThat(extractor.extract(bytes, ADDRESS, "text/html").text()).contains("Порт");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not html", "<html>", "\u0000\u0001", "{\"a\": 1}"})
    void shouldGiveAnEmptyTextOrTheWordsWhereThereIsNoArticle(String html) {
        assertThat(extract(html).title()).isEmpty();
    }

    @Test
    void shouldSurviveDepthAndNoise() {
        Random random = new Random(7);
        StringBuilder html = new StringBuilder("<div>".repeat(20_000)).append(PARAGRAPHS);
        for (int i = 0; i < 5_000; i++) {
            html.append(random.nextBoolean() ? "<p>" : "</div>").append((char) random.nextInt(0xd800));
        }

        assertThat(extract(html.toString()).text()).isNotNull();
    }

    @Test
    void shouldKeepWhatStandsApartAndListsTablesQuotesAndHeadings() {
        Page page = extract("""
                <html><body><div class="content"><h1>Ferry line opens</h1>
                <div class="anchor"><p>The two ports agreed on Wednesday to open a ferry line, said officials who know.</p></div>
                <div class="anchor"><p>Both sides will send their ministers to sign the paper in the coming week.</p></div>
                <h2>What it costs</h2>
                <div class="anchor"><ul><li>For a person on foot, 12 crowns and 50 pence a crossing, children at half of it.</li>
                <li>For a car with all that are in it, 60 crowns a crossing, or 500 for a book of ten.</li></ul></div>
                <div class="anchor"><table><tr><td>Monday</td><td>9 and 17 o'clock, with trucks in the evening only</td></tr>
                </table></div>
                <div class="anchor"><blockquote>We have waited eleven years for this ship, and now it is here at last.</blockquote>
                <p>Fishermen on both shores had asked for a later date, since their season ends in autumn.</p></div>
                </div></body></html>""");

        assertThat(page.text())
                .containsSubsequence(
                        "The two ports agreed",
                        "Both sides will",
                        "What it costs",
                        "12 crowns",
                        "60 crowns",
                        "Monday 9 and 17",
                        "We have waited",
                        "Fishermen on both");
    }

    @Test
    void shouldReadWordsThatOnlyLineBreaksPart() {
        Page page = extract("<html><body><div id=menu><a href=/>Home</a> <a href=/n>News</a></div><div class=story>"
                + PARAGRAPHS.replace("<p>", "").replace("</p>", "<br><br>") + "</div><div>Imprint</div></body></html>");

        assertThat(page.text().lines()).hasSize(3);
        assertThat(page.text()).startsWith("The two ports").endsWith("for the nets.");
    }

    @Test
    void shouldReadWhatAPageKeepsForReadersWithoutScripts() {
        Page page = extract("<html><body><h1>Ferry</h1><article><script type='text/template'>" + PARAGRAPHS
                + "</script><noscript>" + PARAGRAPHS + "</noscript></article></body></html>");

        assertThat(page.text()).startsWith("The two ports").endsWith("for the nets.");
    }

    @Test
    void shouldLeaveOutCommentsEvenWhenThereAreMany() {
        String comment =
                "<div class='comment-body'><p>I do not agree with this ferry at all, and neither do my friends "
                        + "who have lived at this shore for longer than any minister.</p></div>";
        Page page = extract("<html><body><article>" + PARAGRAPHS + "</article><div id='comments'>" + comment.repeat(3)
                + "</div></body></html>");

        assertThat(page.text()).contains("for the nets").doesNotContain("I do not agree");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<meta name='article_publishDate' content='2019-08-14T09:30:00Z'>; ",
                "<meta name='last-modified' content='2019-09-09'><meta name='DC.Date.Issued' content='2019-08-14'>; ",
                "<link rel=canonical href='/2019/08/14/ferry'>; <time datetime='2011-01-01'>old</time>",
                "; <time datetime='2019-09-09' class=updated>x</time><time datetime='2019-08-14' class=published>x</time>",
                "; <aside><time datetime='2019-09-09'>x</time></aside><p><time>14. August 2019, 9:30</time></p>",
                "; <span class='entry-date'>14 de agosto de 2019</span>",
                "; <h1>Ferry</h1><div>14 sierpnia 2019 | Ada Quay</div>",
                "; <h1>Ferry</h1><div>Von Ada Quay, 14.08.2019 um 9 Uhr</div>",
                "<meta property='article:modified_time' content='2019-08-14T10:00:00Z'>; <p>Founded 1953</p>",
            })
    void shouldFindTheDayOfPublication(String head, String body) {
        Page page = extract("<html lang=de><head>" + text(head) + "</head><body>" + text(body)
                + "<p>Copyright 2019</p></body></html>");

        assertThat(page.publishedAt())
                .isBetween(Instant.parse("2019-08-14T00:00:00Z"), Instant.parse("2019-08-14T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldMakeAPageOfAnyBytes(int seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(40_000)];
        random.nextBytes(bytes);
        String[] pieces = {
            "<div>", "</p>", "<article>", "<table><td>", "<script type=application/ld+json>[{\"@type\":", "<noscript>",
            "<!--", "]]>", "<time datetime='99999-99-99'>", "<meta name=date content='\0'>", "&#x110000;", "<svg><p>",
            "<link rel=canonical href='http://[::1'>", "<a href='javascript:x'>", "<h1>", "<template>",
                    "word ".repeat(30)
        };
        StringBuilder html = new StringBuilder();
        while (html.length() < 60_000) {
            html.append(pieces[random.nextInt(pieces.length)]);
        }

        assertThat(extractor.extract(bytes, ADDRESS, "text/html").text()).isNotNull();
        assertThat(extractor.extract(bytes, ADDRESS, "text/html; charset=utf-7").title())
                .isNotNull();
        assertThat(extract(html.toString()).text()).isNotNull();
    }

    private static String jsonLd(String json) {
        return "<script type='application/ld+json'>" + json.replace('\'', '"') + "</script>";
    }

    private static String text(String maybe) {
        return maybe == null ? "" : maybe;
    }

    private Page extract(String html) {
        return extractor.extract(html.getBytes(StandardCharsets.UTF_8), ADDRESS, "text/html; charset=utf-8");
    }
}

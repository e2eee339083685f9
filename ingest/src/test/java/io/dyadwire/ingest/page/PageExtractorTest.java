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

    private Page extract(String html) {
        return extractor.extract(html.getBytes(StandardCharsets.UTF_8), ADDRESS, "text/html; charset=utf-8");
    }
}

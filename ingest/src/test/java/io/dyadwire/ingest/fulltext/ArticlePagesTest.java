package io.dyadwire.ingest.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.Newsroom;
import io.dyadwire.ingest.page.Page;
import io.dyadwire.ingest.robots.RobotsTxt;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ArticlePagesTest {
    private static final String AGENT = "Dyadwire/test";
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");
    private static final String SUMMARY = "The harbour of the two towns opens again, after eleven years.";
    private static final String BODY = """
            <p>The harbour of the two towns opens again on Wednesday, after eleven years in which all goods had to take
            the long way around the cape, said the mayor of the northern one.</p>
            <p>Fishermen had asked for a later date, since their season ends only in autumn, and a court is still to
            decide on their complaint, which names the noise and the waves as a danger for the nets.</p>""";

    private final Newsroom site = new Newsroom();
    private final OutboundClient client =
            new OutboundClient(OutboundConfig.defaults(AGENT).withAllow(AllowList.of("127.0.0.0/8")));
    private final Map<PageOutcome, Integer> counts = new ConcurrentHashMap<>();
    private final ArticlePages pages = pages(Duration.ofSeconds(10));

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @Test
    void shouldPutThePageInPlaceOfTheSummary() {
        site.tell("/1?utm_source=feed", 200, page("<link rel=canonical href=/1><html lang=en-GB>", BODY));
        Article told = article("/1?utm_source=feed", SUMMARY);

        Article full = read(FullText.SUMMARY_ONLY, told).getFirst();

        assertThat(full.text()).contains("a danger for the nets").doesNotContain("Imprint");
        assertThat(full.textKind()).isEqualTo(TextKind.FULL);
        assertThat(full.id()).isEqualTo(told.id());
        assertThat(full.url()).isEqualTo(site.uri("/1"));
        assertThat(full.title()).isEqualTo(told.title());
        assertThat(full.authors()).containsExactly("Ada Quay");
        assertThat(full.publishedAt()).isEqualTo(Instant.parse("2019-08-14T09:00:00Z"));
        assertThat(full.publishedAtSource()).isEqualTo(PublishedAtSource.PAGE);
        assertThat(counts).isEqualTo(Map.of(PageOutcome.TAKEN, 1));
    }

    @Test
    void shouldAskForThePageOnceOnly() {
        site.tell("/1", 500, "");
        Article told = article("/1", SUMMARY);

        assertThat(read(FullText.SUMMARY_ONLY, told)).containsExactly(told);
        assertThat(read(FullText.SUMMARY_ONLY, told)).containsExactly(told);

        assertThat(site.requests("/1")).hasSize(1);
        assertThat(counts).isEqualTo(Map.of(PageOutcome.BAD_STATUS, 1));
    }

    @ParameterizedTest
    @CsvSource({"NEVER, 0, 0", "SUMMARY_ONLY, 1, 0", "ALWAYS, 1, 1"})
    void shouldFetchWhatTheFeedsSettingWants(FullText setting, int ofSummary, int ofFull) {
        read(setting, article("/summary", SUMMARY), article("/full", "A long text. ".repeat(60)));

        assertThat(site.requests("/summary")).hasSize(ofSummary);
        assertThat(site.requests("/full")).hasSize(ofFull);
    }

    @Test
    void shouldTakeATextThatBreaksOffForASummary() {
        read(FullText.SUMMARY_ONLY, article("/cut", "A long text. ".repeat(60) + "And so […]"));

        assertThat(site.requests("/cut")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, text/html, DENIED",
        "404, text/html, MISSING",
        "429, text/html, BUSY",
        "500, text/html, BAD_STATUS",
        "200, application/pdf, NOT_HTML",
        "200, text/html, TOO_SHORT"
    })
    void shouldKeepTheFeedsTextAndCountWhy(int status, String type, PageOutcome outcome) {
        site.tell("/1", new Newsroom.Answer(status, Map.of("Content-Type", type), "<p>Nothing here.</p>"));
        Article told = article("/1", SUMMARY);

        assertThat(read(FullText.ALWAYS, told)).containsExactly(told);
        assertThat(counts).isEqualTo(Map.of(outcome, 1));
    }

    @Test
    void shouldNotTakeAPageAboutSomethingElse() {
        String consent =
                "<p>" + "Before you continue, let us and our partners store cookies here. ".repeat(10) + "</p>";
        site.tell("/1", 200, "<html><title>Your privacy</title><body>" + consent + "</body></html>");

        assertThat(read(FullText.ALWAYS, article("/1", SUMMARY)).getFirst().text())
                .isEqualTo(SUMMARY);
        assertThat(counts).isEqualTo(Map.of(PageOutcome.OTHER_ARTICLE, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": %s}</script>",
                "<meta property='article:content_tier' content='locked' data-free=%s>"
            })
    void shouldNotTakeWhatStandsBeforeAWallForTheWholeText(String says) {
        site.tell("/1", 200, page(says.formatted("false"), BODY));
        site.tell("/2", 200, page(says.formatted("\"False\""), BODY.repeat(5)));

        List<Article> told = read(FullText.ALWAYS, article("/1", SUMMARY), article("/2", SUMMARY));

        assertThat(told).extracting(Article::textKind).containsExactly(TextKind.SUMMARY, TextKind.FULL);
        assertThat(counts).isEqualTo(Map.of(PageOutcome.PAYWALL, 1, PageOutcome.TAKEN, 1));
    }

    @Test
    void shouldObeyRobotsTxtAndTheRobotsTagAlsoAfterARedirect() {
        site.tell("/robots.txt", 200, "User-agent: *\nDisallow: /private");
        site.tell("/private", 200, page("", BODY));
        site.tell("/moved", new Newsroom.Answer(302, Map.of("Location", "/private"), ""));
        site.tell("/tagged", new Newsroom.Answer(200, Map.of("X-Robots-Tag", "noindex, nofollow"), page("", BODY)));

        read(FullText.ALWAYS, article("/private", SUMMARY), article("/moved", SUMMARY), article("/tagged", SUMMARY));

        assertThat(counts).isEqualTo(Map.of(PageOutcome.ROBOTS_DISALLOW, 2, PageOutcome.ROBOTS_TAG, 1));
    }

    @Test
    void shouldLeaveABusySiteAloneForTheRestOfThePoll() {
        site.tell("/2", 429, "");

        read(FullText.ALWAYS, article("/1", SUMMARY), article("/2", SUMMARY));

        assertThat(site.requests("/1")).isEmpty();
        assertThat(counts).isEqualTo(Map.of(PageOutcome.BUSY, 2));
    }

    @Test
    void shouldFetchFewPagesOfOldNewsAndTheNewestFirst() {
        Article[] old = IntStream.range(0, 30)
                .mapToObj(i -> article("/" + i, SUMMARY + i, true))
                .toArray(Article[]::new);

        read(FullText.ALWAYS, old);

        assertThat(site.requests("/29")).hasSize(1);
        assertThat(site.requests("/24")).isEmpty();
        assertThat(counts).isEqualTo(Map.of(PageOutcome.MISSING, 5, PageOutcome.OVER_LIMIT, 25));
    }

    @Test
    void shouldNotHoldUpTheNewsForAPageThatDoesNotCome() {
        site.tell("/robots.txt", 200, "User-agent: *\nCrawl-delay: 4");
        site.tell("/1", 200, page("", BODY));
        site.tell("/2", 200, page("", BODY));

        List<Article> told =
                read(pages(Duration.ofSeconds(2)), FullText.ALWAYS, article("/1", SUMMARY), article("/2", SUMMARY));

        assertThat(told).extracting(Article::textKind).containsExactly(TextKind.SUMMARY, TextKind.FULL);
        assertThat(counts).isEqualTo(Map.of(PageOutcome.TAKEN, 1, PageOutcome.OUT_OF_TIME, 1));
    }

    private ArticlePages pages(Duration within) {
        RobotsTxt robots = new RobotsTxt(client, AGENT, () -> NOW);
        return new ArticlePages(
                new PageReader(client, robots),
                new Gate(4, Duration.ZERO),
                within,
                outcome -> counts.merge(outcome, 1, Integer::sum));
    }

    private List<Article> read(FullText setting, Article... fresh) {
        return read(pages, setting, fresh);
    }

    private static List<Article> read(ArticlePages pages, FullText setting, Article... fresh) {
        try {
            Map<ArticleId, Page> read = pages.read(setting, List.of(fresh));
            return ArticlePages.inFull(List.of(fresh), read);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String page(String head, String body) {
        return """
                <html><head>%s<title>Harbour opens - Gazette</title><meta name=author content="Ada Quay">
                <meta property="article:published_time" content="2019-08-14T09:00:00Z"></head>
                <body><article><h1>Harbour opens</h1>%s</article><footer>Imprint</footer></body></html>""".formatted(head, body);
    }

    private Article article(String path, String text) {
        return article(path, text, false);
    }

    private Article article(String path, String text, boolean backfill) {
        return new Article(
                ArticleId.of(path),
                site.uri(path),
                "gazette",
                "Gazette",
                null,
                "Harbour opens again",
                text,
                text.length() < 600 ? TextKind.SUMMARY : TextKind.FULL,
                "en",
                null,
                PublishedAtSource.NONE,
                NOW,
                null,
                1,
                List.of(),
                List.of(),
                backfill);
    }
}

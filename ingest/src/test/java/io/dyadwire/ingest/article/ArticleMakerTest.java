package io.dyadwire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.Items;
import io.dyadwire.ingest.feed.LinkSource;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleMakerTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");

    @Test
    void shouldFillAnArticleFromItemFeedAndSource() {
        FeedSource source = new FeedSource(
                "gazette",
                1,
                URI.create("http://g.example/feed"),
                "Gazette",
                "The Gazette",
                null,
                List.of("asia"),
                null,
                FullText.SUMMARY_ONLY,
                false,
                FeedOrigin.FILE);
        ParsedFeed feed = new ParsedFeed("rss_2.0", "g", null, "en_gb", List.of());
        ParsedItem item = new ParsedItem(
                "g-1",
                URI.create("HTTP://g.example/1?utm_source=rss"),
                "Ferry opens",
                "<p>It <b>opens</b>.</p>",
                null,
                NOW.minusSeconds(60),
                "a minute ago",
                NOW,
                "j".repeat(1_000),
                List.of("Ada"),
                List.of("sea"),
                null,
                LinkSource.ITEM);

        Article article = new ArticleMaker(source, feed, NOW, false)
                .draft(item)
                .orElseThrow()
                .firstVersion();

        assertThat(article.url()).isEqualTo(URI.create("http://g.example/1"));
        assertThat(article.feedTitle()).isEqualTo("Gazette");
        assertThat(article.publisher()).isEqualTo("The Gazette");
        assertThat(article.text()).isEqualTo("It opens.");
        assertThat(article.textKind()).isEqualTo(TextKind.SUMMARY);
        assertThat(article.language()).isEqualTo("en-GB");
        assertThat(article.publishedAtSource()).isEqualTo(PublishedAtSource.FEED);
        assertThat(article.publishedRaw()).isEqualTo("a minute ago");
        assertThat(article.updatedRaw()).startsWith("jjj").hasSizeLessThanOrEqualTo(Article.MAX_RAW);
        assertThat(article.categories()).containsExactly("sea", "asia");
        assertThat(article.version()).isEqualTo(1);
        assertThat(article.backfill()).isFalse();
    }

    @Test
    void shouldTakeTheLongerTextAndCutWhatIsTooLong() {
        String words = "word ".repeat(Article.MAX_TEXT / 4);

        Article article = make(item(NOW, null, "short", words), false);

        assertThat(article.textKind()).isEqualTo(TextKind.FULL);
        assertThat(article.text()).hasSizeLessThanOrEqualTo(Article.MAX_TEXT).endsWith("word […]");
        assertThat(make(item(NOW, null, "a longer summary", "short"), false).text())
                .isEqualTo("a longer summary");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-14T11:00:00Z, , 2019-08-14T11:00:00Z, FEED",
        "2019-08-15T11:00:00Z, , 2019-08-15T11:00:00Z, FEED",
        "1970-01-01T00:00:00Z, , , NONE",
        "9999-12-31T23:59:59Z, , , NONE",
        "9999-12-31T23:59:59Z, 2019-08-14T10:00:00Z, 2019-08-14T10:00:00Z, FEED_UPDATED",
        ", 2019-08-14T10:00:00Z, 2019-08-14T10:00:00Z, FEED_UPDATED",
        ", , , NONE"
    })
    void shouldKeepOnlyDatesThatCanBe(
            @Nullable Instant published, @Nullable Instant updated, @Nullable Instant kept, PublishedAtSource from) {
        Article article = make(item(published, updated, "text", null), false);

        assertThat(article.publishedAt()).isEqualTo(kept);
        assertThat(article.publishedAtSource()).isEqualTo(from);
        assertThat(article.fetchedAt()).isEqualTo(NOW);
    }

    @Test
    void shouldMarkOldNewsAsBackfill() {
        assertThat(make(item(NOW.minusSeconds(3600), null, "t", null), false).backfill())
                .isFalse();
        assertThat(make(item(NOW.minusSeconds(90_000), null, "t", null), false).backfill())
                .isTrue();
        assertThat(make(item(NOW, null, "t", null), true).backfill()).isTrue();
    }

    @Test
    void shouldMakeNoArticleOfAnItemWithNothing() {
        assertThat(maker(false).draft(Items.item("g", null, "", "<img src=x>"))).isEmpty();
    }

    @Test
    void shouldNotTakeTheSiteForTheAddressOfAnItem() {
        ParsedItem item = new ParsedItem(
                "g-1",
                URI.create("https://site.example/"),
                "Title",
                "t",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                LinkSource.SITE);

        ArticleDraft draft = maker(false).draft(item).orElseThrow();

        assertThat(draft.firstVersion().url()).isNull();
        assertThat(draft.ids().getFirst()).isEqualTo(ArticleId.of("feed", "g-1"));
    }

    private static ParsedItem item(
            @Nullable Instant published,
            @Nullable Instant updated,
            @Nullable String summary,
            @Nullable String content) {
        return new ParsedItem(
                null, null, "Title", summary, content, published, null, updated, List.of(), List.of(), null);
    }

    private static Article make(ParsedItem item, boolean firstPoll) {
        return maker(firstPoll).draft(item).orElseThrow().firstVersion();
    }

    private static ArticleMaker maker(boolean firstPoll) {
        return new ArticleMaker(Items.source("feed"), Items.feed(), NOW, firstPoll);
    }
}

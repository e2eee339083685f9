package io.dyadwire.contract.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.Samples;
import io.dyadwire.contract.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private final ObjectNode sample = Samples.sample("article-v1");

    @Test
    void shouldNameThePublisherElseTheFeed() {
        assertThat(read().publisherOrFeed()).isEqualTo("Example News");

        sample.put("publisher", " ");
        assertThat(read().publisher()).isNull();
        assertThat(read().publisherOrFeed()).isEqualTo("Example News: Asia");

        sample.put("feedTitle", "");
        assertThat(read().publisherOrFeed()).isEqualTo("example-asia");
    }

    @Test
    void shouldBeRelativeToPublicationElseToWhenItWasRead() {
        assertThat(read().referenceTime()).isEqualTo(Instant.parse("2019-08-20T06:30:00Z"));

        sample.remove("publishedAt");
        sample.remove("publishedAtSource");
        assertThat(read().referenceTime()).isEqualTo(Instant.parse("2019-08-20T06:41:12.408Z"));
        assertThat(read().publishedAtSource()).isEqualTo(PublishedAtSource.NONE);
    }

    @Test
    void shouldRefuseAnArticleWithNothingToRead() {
        sample.put("title", "\n").put("text", "");

        assertThatIllegalArgumentException().isThrownBy(this::read).withMessageContaining("nothing to read");
    }

    @Test
    void shouldBeBounded() {
        sample.put("text", "x".repeat(Article.MAX_TEXT)).put("title", "x".repeat(Article.MAX_TITLE));
        assertThat(read().text()).hasSize(Article.MAX_TEXT);

        sample.put("text", "x".repeat(Article.MAX_TEXT + 1));
        assertThatIllegalArgumentException().isThrownBy(this::read).withMessageContaining("text: longer than 262144");

        sample.put("text", "x").put("title", "x".repeat(Article.MAX_TITLE + 1));
        assertThatIllegalArgumentException().isThrownBy(this::read).withMessageContaining("title: longer than 2000");
    }

    @Test
    void shouldShowTheWordsOfASpan() {
        assertThat(new Span(Field.TITLE, 0, 5).in(read())).isEqualTo("Seoul");
        assertThat(new Span(Field.TEXT, 134, 141).in(read())).isEqualTo("Aug. 24");
        assertThat(new Span(Field.TITLE, 0, 50).fits(read())).isFalse();
    }

    @Test
    void shouldOverlapOnlyWhereWordsAreShared() {
        var words = new Span(Field.TEXT, 5, 10);

        assertThat(words.overlaps(new Span(Field.TEXT, 9, 12))).isTrue();
        assertThat(words.overlaps(new Span(Field.TEXT, 10, 12))).isFalse();
        assertThat(words.overlaps(new Span(Field.TITLE, 5, 10))).isFalse();
    }

    private Article read() {
        return Json.mapper().convertValue(sample, Article.class);
    }
}

package io.dyadwire.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class JsonSerdeTest {
    private static final Instant AT = Instant.parse("2019-08-14T09:00:00Z");

    static Article article() {
        return new Article(
                ArticleId.of("a"),
                URI.create("https://news.example/a"),
                "feed",
                "Feed",
                null,
                "Tokyo talks",
                "Japan speaks.",
                TextKind.FULL,
                "en",
                AT,
                PublishedAtSource.FEED,
                AT,
                null,
                1,
                List.of("A. Writer"),
                List.of(),
                false);
    }

    @Test
    void shouldPutTheArticlesFieldsBesideTheTags() {
        var japan = new Mention(Field.TITLE, 0, 5, "Tokyo", MentionKind.CAPITAL);
        var tagged = new TaggedArticle(
                article(),
                List.of(new CountryTag("JPN", Role.ABOUT, 0.5, List.of(japan))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                "1");
        var serde = new JsonSerde<>(TaggedArticle.class);

        String json = new String(serde.write(tagged), StandardCharsets.UTF_8);

        assertThat(json)
                .startsWith("{\"id\":\"" + article().id() + "\"")
                .contains("\"textKind\":\"full\"")
                .contains("\"publishedAt\":\"2019-08-14T09:00:00Z\"")
                .contains("\"kind\":\"capital\"")
                .doesNotContain("publisher\"")
                .doesNotContain("story");
        assertThat(serde.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(tagged);
    }

    @Test
    void shouldIgnoreFieldsOfANewerWriter() {
        String json =
                "{\"value\":1,\"id\":\"x\",\"feedId\":\"f\",\"title\":\"t\",\"fetchedAt\":\"2019-08-14T09:00:00Z\","
                        + "\"version\":1,\"backfill\":false,\"later\":{\"a\":[1]}}";

        Article read = new JsonSerde<>(Article.class).read(json.getBytes(StandardCharsets.UTF_8));

        assertThat(read.title()).isEqualTo("t");
        assertThat(read.publishedAtSource()).isEqualTo(PublishedAtSource.NONE);
    }

    @Test
    void shouldSayWhatIsWrongWithBytesThatAreNoEvent() {
        var serde = new JsonSerde<>(Article.class);

        assertThatThrownBy(() -> serde.read(new byte[] {(byte) 0xff, 0, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("no valid Article");
        assertThatThrownBy(() -> serde.read("null".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> serde.read("{\"id\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serde.read(("[".repeat(100) + "]".repeat(100)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void shouldKeepATombstone() {
        var serde = new JsonSerde<>(Article.class);

        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", (byte[]) null)).isNull();
    }
}

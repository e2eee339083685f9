package io.dyadwire.runner.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.pair.CountryName;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.processor.topic.TopicBook;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * IPTC publishes the schema of ninjs 3.1 as a file, not as a library that a build could depend on. So what is written is
 * held to a schema of our own, {@code ninjs-3.1-in-part.schema.json}, that states the parts of the standard that we use.
 */
class NinjsWriterTest {
    private static final Instant PUBLISHED = Instant.parse("2019-08-14T09:00:00Z");
    private static final ArticleTagger TAGGER = ArticleTagger.create();
    private static final NinjsWriter WRITER = new NinjsWriter(TopicBook.bundled());
    private static final Schema SCHEMA = schema();

    private static final String TITLE = "Japan and South Korea to hold summit on export controls";
    private static final String TEXT = """
            TOKYO (Own Wire) -- Japan and South Korea will hold a summit on export controls on Aug. 24. \
            South Korean exporters must apply for licences by the end of September. A decision on the pact is due next week. \
            China is watching the talks between Tokyo and Seoul.
            """;

    @Test
    void shouldBeNinjs() {
        JsonNode item = WRITER.write(tagged(TITLE, TEXT));

        assertThat(errors(item)).isEmpty();
        assertThat(item.at("/standard/version").asText()).isEqualTo("3.1");
        assertThat(item.at("/headlines/0/value").asText()).isEqualTo(TITLE);
        assertThat(item.at("/altIds/0/value").asText()).isEqualTo("https://own.example/news?id=1");
        assertThat(item.at("/contentCreated").asText()).isEqualTo("2019-08-14T09:00:00Z");
    }

    @Test
    void shouldHaveEachTagInItsPlace() {
        JsonNode item = WRITER.write(tagged(TITLE, TEXT));

        assertThat(texts(item, "places", "uri"))
                .contains("http://cvx.iptc.org/iso3166-1a2/jp", "http://cvx.iptc.org/iso3166-1a2/kr");
        assertThat(texts(item, "places", "name")).contains("Japan", "South Korea");
        assertThat(texts(item, "subjects", "uri"))
                .contains(
                        "http://cv.iptc.org/newscodes/mediatopic/20000377",
                        "http://cv.iptc.org/newscodes/mediatopic/20000366",
                        "https://dyadwire.io/pair/JPN-KOR");
        assertThat(texts(item, "subjects", "literal")).contains("export-controls", "JPN-KOR");
        assertThat(texts(item, "events", "literal")).contains("2019-08-24");
        assertThat(texts(item, "events", "uri")).isEqualTo(texts(item, "associations", "uri"));
        assertThat(StreamSupport.stream(item.path("associations").spliterator(), false)
                        .map(event -> event.at("/eventDetails/dates").toString()))
                .contains("{\"expectedStartDate\":\"2019-08-24\"}");
    }

    @ParameterizedTest
    @CsvSource({"PER, pe", "XKX, xk", "GBR, gb"})
    void shouldKnowTheShortCodeOfACountry(String alpha3, String alpha2) {
        assertThat(CountryName.alpha2(alpha3)).contains(alpha2);
        assertThat(CountryName.english(alpha3)).doesNotContain(alpha3);
    }

    @Test
    void shouldNameACountryThatTheJdkDoesNotKnowByItsCode() {
        assertThat(CountryName.alpha2("QQQ")).isEmpty();
        assertThat(CountryName.english("QQQ")).isEqualTo("QQQ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The vote is due next week.",
                "Companies must register by the third quarter of 2020.",
                "The law takes effect in 2021.",
                "Nothing is said here.",
                "🌋 السلام 平和"
            })
    void shouldBeNinjsWhateverTheArticleSays(String text) {
        assertThat(errors(WRITER.write(tagged("", text)))).isEmpty();
    }

    @Test
    void shouldGiveATopicWithoutMediaTopicAnAddressOfOurs() {
        TaggedArticle tagged = tagged(TITLE, TEXT);
        var own = new TopicTag("desk-own", 0.7, tagged.topics().getFirst().evidence());

        JsonNode item = WRITER.write(new TaggedArticle(
                tagged.article(), List.of(), List.of(), List.of(own), List.of(), List.of(), null, "test"));

        assertThat(errors(item)).isEmpty();
        assertThat(texts(item, "subjects", "uri")).containsExactly("https://dyadwire.io/topic/desk-own");
    }

    @Test
    void shouldHaveASchemaThatRefusesWhatIsNotNinjs() {
        ObjectNode item = WRITER.write(tagged(TITLE, TEXT));
        item.withArray("places").addObject().put("confidence", 4);
        item.withArray("associations").addObject().put("uri", "https://own.example/1");
        item.put("ours", 1);

        assertThat(errors(item)).hasSizeGreaterThanOrEqualTo(3);
    }

    private static List<String> texts(JsonNode item, String list, String field) {
        return StreamSupport.stream(item.path(list).spliterator(), false)
                .map(entry -> entry.path(field).asText())
                .toList();
    }

    private static List<Error> errors(JsonNode item) {
        return SCHEMA.validate(item.toString(), InputFormat.JSON);
    }

    private static Schema schema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        return registry.getSchema(NinjsWriterTest.class.getResourceAsStream("ninjs-3.1-in-part.schema.json"));
    }

    private static TaggedArticle tagged(String title, String text) {
        return TAGGER.tag(new Article(
                new ArticleId("own 1/ü"),
                URI.create("https://own.example/news?id=1"),
                "own",
                "Own Wire",
                null,
                title,
                text,
                TextKind.SUMMARY,
                "en",
                PUBLISHED,
                PublishedAtSource.FEED,
                PUBLISHED,
                null,
                2,
                List.of("A. Writer", "B. Writer"),
                List.of(),
                false));
    }
}

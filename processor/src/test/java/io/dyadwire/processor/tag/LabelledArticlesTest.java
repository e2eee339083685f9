package io.dyadwire.processor.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.text.DataFile;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the tags of short articles of our own to what a reader would say of them. {@code labelled.jsonl} has one a line:
 * {@code {id, publishedAt, title, text, gold: {countries, pairs, mainPairs, topics}}}, where {@code countries} are those
 * that the article is about. {@code relations.jsonl} has more, hard ones for pairs: what one sentence starts and the next
 * one ends, lists, hosts, third parties. All were labelled before the program had read them, and no rule was made of the
 * last ten.
 */
class LabelledArticlesTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "labelled.jsonl, countries, 0.92",
        "labelled.jsonl, pairs, 0.90",
        "labelled.jsonl, mainPairs, 0.85",
        "labelled.jsonl, topics, 0.92",
        "relations.jsonl, countries, 0.85",
        "relations.jsonl, pairs, 0.79",
        "relations.jsonl, mainPairs, 0.88"
    })
    void shouldTagAsAReaderWould(String file, String what, double floor, TestReporter reporter) {
        int right = 0;
        int given = 0;
        int wanted = 0;
        var misses = new StringBuilder();
        for (String line : DataFile.lines(LabelledArticlesTest.class, file)) {
            JsonNode article = read(line);
            Set<String> gold = strings(article.at("/gold/" + what));
            Set<String> tags = tags(what, tag(article));
            var both = new HashSet<>(gold);
            both.retainAll(tags);
            right += both.size();
            given += tags.size();
            wanted += gold.size();
            if (!gold.equals(tags)) {
                misses.append(article.get("id").asText() + ": " + tags + ", not " + gold + "\n");
            }
        }
        double f1 = 2.0 * right / (given + wanted);
        reporter.publishEntry(what, String.format(Locale.ROOT, "F1 %.3f of %d", f1, wanted));

        assertThat(f1).as("F1 of %s%n%s", what, misses).isGreaterThanOrEqualTo(floor);
    }

    private static TaggedArticle tag(JsonNode article) {
        return TAGGER.tag(Articles.article(
                Instant.parse(article.get("publishedAt").asText()),
                article.get("title").asText(),
                article.get("text").asText()));
    }

    private static Set<String> tags(String what, TaggedArticle article) {
        return switch (what) {
            case "countries" ->
                set(
                        article.countries().stream()
                                .filter(country -> country.role() == Role.ABOUT)
                                .toList(),
                        CountryTag::code);
            case "pairs" -> set(article.pairs(), tag -> tag.pair().value());
            case "mainPairs" ->
                set(article.pairs().stream().filter(PairTag::main).toList(), tag -> tag.pair()
                        .value());
            case "topics" -> set(article.topics(), TopicTag::topic);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static <T> Set<String> set(List<T> tags, Function<T, String> name) {
        return tags.stream().map(name).collect(Collectors.toSet());
    }

    private static Set<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

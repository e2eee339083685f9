package io.dyadwire.processor.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.json.Json;
import io.dyadwire.processor.measure.Gold;
import io.dyadwire.processor.measure.Label;
import io.dyadwire.processor.measure.Measurement;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.text.DataFile;
import io.dyadwire.processor.topic.TopicBook;
import java.time.Instant;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the tags of short articles of our own to what a reader would say of them, in files as {@code dyadwire measure}
 * reads them. {@code relations.jsonl} has hard ones for pairs: what one sentence starts and the next one ends, lists, hosts,
 * third parties. All were labelled before the program had read them, and no rule was made of the last ten.
 */
class LabelledArticlesTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();

    @ParameterizedTest
    @CsvSource({
        "labelled.jsonl, COUNTRIES, 0.94, 0.92",
        "labelled.jsonl, PAIRS, 0.90, 0.89",
        "labelled.jsonl, MAIN_PAIRS, 0.78, 0.94",
        "labelled.jsonl, TOPICS, 0.88, 0.97",
        "relations.jsonl, COUNTRIES, 0.90, 0.81",
        "relations.jsonl, PAIRS, 0.90, 0.70",
        "relations.jsonl, MAIN_PAIRS, 0.90, 0.85"
    })
    void shouldTagAsAReaderWould(String file, Label label, double precision, double recall, TestReporter reporter)
            throws JsonProcessingException {
        var topics = TopicBook.bundled().slugs();
        var measured = new Measurement();
        var misses = new StringBuilder();
        for (String line : DataFile.lines(LabelledArticlesTest.class, file)) {
            JsonNode json = Json.mapper().readTree(line);
            var tagged = TAGGER.tag(Articles.article(
                    Instant.parse(json.get("publishedAt").asText()),
                    json.get("title").asText(),
                    json.get("text").asText()));
            measured.add(tagged, Gold.read(json.get("gold"), topics)).stream()
                    .filter(difference -> difference.label() == label)
                    .forEach(difference -> misses.append(json.get("id").asText() + ": " + difference + "\n"));
        }
        var score = measured.scores().get(label);
        reporter.publishEntry(file + " " + label.words(), score.toString());

        assertThat(score.precision()).as("precision of %s%n%s", score, misses).isGreaterThanOrEqualTo(precision);
        assertThat(score.recall()).as("recall of %s%n%s", score, misses).isGreaterThanOrEqualTo(recall);
    }
}

package io.dyadwire.runner.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.measure.Measurement;
import io.dyadwire.runner.tag.ArticleLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelledLinesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private final Measurement measurement = new Measurement();
    private final StringWriter err = new StringWriter();
    private final List<String> errors = new ArrayList<>();

    @Test
    void shouldTellBadLinesByTheirNumberAndMeasureTheRest() throws IOException {
        int bad = measure("""
                # our articles of last week
                {"id": "1", "title": "Two meet", "gold": {"topics": ["summit"]}}

                {"id": "2", "title": "Two meet",
                {"id": "3", "title": "Two meet"}
                {"id": "4", "title": "", "gold": {"topics": []}}
                {"id": "5", "title": "Two meet", "gold": {"topics": ["sumit"]}}
                {"id": "6", "title": "Two meet again", "gold": {"topics": ["treaty"]}}
                """);

        assertThat(bad).isEqualTo(4);
        assertThat(err.toString())
                .contains("line 4: not JSON")
                .contains("line 5: gold: is not there")
                .contains("line 6: title, text: both are empty")
                .contains("line 7: gold.topics: there is no topic 'sumit'");
        assertThat(measurement.articles()).isEqualTo(2);
        assertThat(MeasureReport.table(measurement))
                .containsExactly(
                        "        precision  recall  F1      right  wrong  missed",
                        "topics  50.0 %     50.0 %  50.0 %  1      1      1");
    }

    @Test
    void shouldListEachErrorUnderItsArticle() throws IOException {
        measure("""
                {"id": "right", "title": "Two meet", "gold": {"topics": ["summit"]}}
                {"id": "bad\\u001b[2J", "title": "Two meet again", "gold": {"topics": ["treaty"]}}
                """);

        assertThat(errors)
                .containsExactly(
                        "line 2  bad [2J  Two meet again", "  wrong   topics: summit", "  missed  topics: treaty");
    }

    private int measure(String lines) throws IOException {
        return new LabelledLines(this::tagged, Set.of("summit", "treaty"), new PrintWriter(err, true))
                .measure(
                        new BufferedReader(new StringReader(lines)),
                        measurement,
                        (line, tagged, differences) -> errors.addAll(MeasureReport.errors(line, tagged, differences)));
    }

    /** Every article is a summit. */
    private TaggedArticle tagged(String line) {
        Article article = ArticleLine.read(line, CLOCK, warning -> {});
        var summit = new TopicTag("summit", 1, List.of(new Span(Field.TITLE, 0, 3)));
        return new TaggedArticle(article, List.of(), List.of(), List.of(summit), List.of(), List.of(), null, "test");
    }
}

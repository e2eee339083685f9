package io.dyadwire.runner.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagLinesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Article> read = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldAnswerEachLineInOrder() throws IOException {
        int bad = run("""
                {"id": "1", "publishedAt": "2019-08-14T09:00:00+09:00", "title": "A", "text": "B", "gold": {"x": []}}

                {"id": 2, "publishedAt": "2019-08-14", "title": "C", "text": ""}
                """);

        assertThat(bad).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"id\":\"1\"");
        assertThat(read)
                .extracting(Article::publishedAt)
                .containsExactly(Instant.parse("2019-08-14T00:00:00Z"), Instant.parse("2019-08-14T12:00:00Z"));
    }

    @Test
    void shouldReadDatesAsOfNowWhenNoneIsGiven() throws IOException {
        run("{\"id\": \"1\", \"title\": \"A\"}");

        assertThat(read.getFirst().publishedAt()).isNull();
        assertThat(read.getFirst().referenceTime()).isEqualTo(NOW);
    }

    @Test
    void shouldTellABadLineByItsNumberAndGoOn() throws IOException {
        int bad = run("""
                {"id": "1", "title": "A"}
                {"id": "2", "title":
                [1]
                {"id": "3", "title": " ", "text": ""}
                {"id": "5", "title": {"a": 1}}
                {"id": "6", "title": "F"}
                """);

        assertThat(bad).isEqualTo(4);
        assertThat(err.toString())
                .contains("line 2: not JSON")
                .contains("line 3: not a JSON object")
                .contains("line 4: title, text: both are empty")
                .contains("line 5: title: must be text");
        assertThat(read).extracting(a -> a.id().value()).containsExactly("1", "6");
    }

    @Test
    void shouldWarnOfAPublicationTimeThatCannotBeReadAndTagAllTheSame() throws IOException {
        int bad = run("""
                {"id": "1", "title": "A", "publishedAt": "last week"}
                {"id": "2", "title": "B", "publishedAt": "1987-03-31T605:12:1Z"}
                """);

        assertThat(bad).isZero();
        assertThat(err.toString())
                .contains("line 1: publishedAt: 'last week' is not a time")
                .contains("reading dates as of that day");
        assertThat(read).extracting(Article::publishedAt).containsExactly(null, Instant.parse("1987-03-31T12:00:00Z"));
    }

    private int run(String lines) throws IOException {
        var tagging = new TagLines(this::remember, InstantSource.fixed(NOW));
        return tagging.run(new BufferedReader(new StringReader(lines)), out, new PrintWriter(err));
    }

    private TaggedArticle remember(Article article) {
        read.add(article);
        return new TaggedArticle(article, List.of(), List.of(), List.of(), List.of(), List.of(), null, "test");
    }
}

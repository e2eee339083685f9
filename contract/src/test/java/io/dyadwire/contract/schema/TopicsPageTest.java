package io.dyadwire.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for people, {@code docs/topics.md}, says what the code does. */
class TopicsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "topics.md");
    private static final Path EXAMPLE = Path.of("src/test/java/io/dyadwire/contract/example/ReadAlerts.java");
    private static final Topic<?> OF_A_DESK = Topics.alertsOf(new DeskId("desk"));

    private final AsyncApi api = new AsyncApi();
    private final String page = Files.readString(PAGE);

    TopicsPageTest() throws IOException {}

    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @Test
    void shouldListEveryTopicAsItIs() {
        Map<String, List<String>> rows = new TreeMap<>();
        page.lines().filter(line -> line.startsWith("| `news.")).forEach(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            rows.put(cells.get(1), cells.subList(2, cells.size() - 1));
        });

        assertThat(rows).hasSize(Topics.all().size() + 1);
        Stream.concat(Topics.all().stream(), Stream.of(OF_A_DESK)).forEach(topic -> {
            String name = topic.equals(OF_A_DESK) ? "news.alerts.<desk>" : topic.name();
            List<String> cells = new ArrayList<>(rows.get("`" + name + "`"));
            String key = cells.remove(1);

            assertThat(key).isNotBlank();
            assertThat(cells)
                    .as(name)
                    .isEqualTo(expected(topic, name.replace('<', '{').replace('>', '}')));
        });
    }

    private List<String> expected(Topic<?> topic, String address) {
        return List.of(
                topic.type().getSimpleName(),
                Integer.toString(topic.partitions()),
                topic.cleanup().policy(),
                topic.retention() == null ? "for ever" : topic.retention().toDays() + " days",
                String.join(", ", api.services("send", address)),
                String.join(", ", api.services("receive", address)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldShowARecordOfEach(Topic<V> topic) throws IOException {
        String section =
                page.split("\n### " + Pattern.quote(topic.name()) + "\n", -1)[1].split("\n### ", -1)[0];

        V event = topic.valueSerde().read(block("json", section).getBytes(StandardCharsets.UTF_8));

        JsonNode shown = Json.mapper().readTree(block("json", section));
        assertThat(Json.mapper().readTree(topic.valueSerde().write(event))).isEqualTo(shown);
        assertThat(section).contains("Key `" + topic.key().apply(event) + "`");
        List<String> headers = new ArrayList<>();
        topic.headers(event)
                .forEach(header ->
                        headers.add(header.key() + ": " + new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(block("properties", section).lines()).containsExactlyElementsOf(headers);
    }

    @Test
    void shouldShowCodeThatCompiles() throws IOException {
        String compiled = Files.readString(EXAMPLE);

        assertThat(compiled).endsWith(block("java", page));
    }

    private static String block(String language, String text) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}

package io.dyadwire.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether openapi.yaml tells of what is served, and of nothing else. */
class OpenApiTest {
    private final JsonNode document = read();

    @Test
    void shouldTellEachPathWithAllItsParameters() {
        Map<String, Set<String>> served = Map.of(
                DeadlineServer.DEADLINES, DeadlinesPage.PARAMETERS, DeadlineServer.CALENDAR, CalendarPage.PARAMETERS);

        assertThat(names(document.get("paths"))).isEqualTo(served.keySet());
        served.forEach((path, parameters) -> {
            JsonNode operation = document.get("paths").get(path);
            assertThat(names(operation)).containsExactly("get");
            Set<String> told = new TreeSet<>();
            operation
                    .at("/get/parameters")
                    .forEach(one -> told.add(resolved(one).get("name").textValue()));
            assertThat(told).as(path).isEqualTo(new TreeSet<>(parameters));
        });
    }

    @Test
    void shouldTellTheBoundsOfAPage() {
        JsonNode limit = document.at("/paths/~1deadlines/get/parameters/6");
        assertThat(limit.get("name").textValue()).isEqualTo("limit");
        assertThat(limit.at("/schema/default").intValue()).isEqualTo(DeadlinesPage.LIMIT);
        assertThat(limit.at("/schema/maximum").intValue()).isEqualTo(DeadlinesPage.MOST);
        assertThat(document.at("/paths/~1calendar.ics/get/description").textValue())
                .contains("for " + CalendarPage.KEPT_DAYS + " days")
                .contains("At most 2,000 events");
        assertThat(CalendarPage.MOST).isEqualTo(2000);
    }

    @Test
    void shouldTellEachFieldOfAPageAndOfAProblem() throws IOException {
        JsonNode page = Json.mapper().valueToTree(new DeadlinesPage(List.of(), List.of(), "next"));
        JsonNode problem = Json.mapper().valueToTree(new Problem("a", 400, "b"));

        assertThat(names(page)).isEqualTo(names(document.at("/components/schemas/DeadlinesPage/properties")));
        assertThat(names(problem)).isEqualTo(names(document.at("/components/schemas/Problem/properties")));
    }

    @Test
    void shouldReferOnlyToWhatIsThere() {
        for (JsonNode reference : document.findValues("$ref")) {
            String target = reference.textValue();
            if (target.startsWith("#/")) {
                assertThat(document.at(target.substring(1)).isMissingNode())
                        .as(target)
                        .isFalse();
            } else {
                assertThat(Json.class.getResource("/io/dyadwire/contract/" + target))
                        .as(target)
                        .isNotNull();
            }
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private static Set<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return new TreeSet<>(names);
    }

    private static JsonNode read() {
        try (InputStream file = Json.class.getResourceAsStream("/io/dyadwire/contract/openapi.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

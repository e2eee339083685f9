package io.dyadwire.alerts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.Mistake;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RuleForm;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.view.PairView;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether openapi.yaml tells of what is served, and of nothing else. */
class OpenApiTest {
    private final JsonNode document = read();

    @Test
    void shouldTellEachPathWithAllItsParameters() {
        List<Endpoint> endpoints = endpoints();
        Map<String, Set<String>> served = endpoints.stream()
                .collect(Collectors.toMap(OpenApiTest::name, endpoint -> new TreeSet<>(endpoint.parameters())));
        Map<String, Set<String>> told = new TreeMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    Set<String> parameters = new TreeSet<>();
                    method.getValue().path("parameters").forEach(one -> {
                        if (resolved(one).get("in").textValue().equals("query")) {
                            parameters.add(resolved(one).get("name").textValue());
                        }
                    });
                    told.put(method.getKey() + " " + path.getKey(), parameters);
                }));

        assertThat(told).isEqualTo(new TreeMap<>(served));
    }

    /** Each scope that an endpoint asks for stands where the operation does. */
    @Test
    void shouldTellEachScope() {
        for (Endpoint endpoint : endpoints()) {
            JsonNode operation = document.get("paths")
                    .get(endpoint.path())
                    .get(endpoint.method().name().toLowerCase(Locale.ROOT));
            assertThat(operation.at("/security/1/bearer/0").asText(null))
                    .as(name(endpoint))
                    .isEqualTo(
                            endpoint.scope() == null ? null : endpoint.scope().word());
            assertThat(operation.at("/security/2/address/0").isMissingNode())
                    .as(name(endpoint))
                    .isEqualTo(endpoint.path().startsWith(Endpoint.V1));
        }
    }

    static List<Endpoint> endpoints() {
        LiveRules rules = LiveRules.of(new RuleBook(List.of(), List.of()), () -> Instant.EPOCH);
        AlertView view = new AlertView();
        return new Api(
                        rules,
                        () -> null,
                        () -> null,
                        view,
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> null,
                        new PairView(),
                        List::of,
                        () -> Instant.EPOCH)
                .endpoints(new StreamApi(rules, view, () -> null), null);
    }

    private static String name(Endpoint endpoint) {
        return endpoint.method().name().toLowerCase(Locale.ROOT) + " " + endpoint.path();
    }

    @Test
    void shouldTellTheBoundsOfAPage() {
        JsonNode limit = document.at("/paths/~1api~1v1~1deadlines/get/parameters/6");
        assertThat(limit.get("name").textValue()).isEqualTo("limit");
        assertThat(limit.at("/schema/default").intValue()).isEqualTo(DeadlinesPage.LIMIT);
        assertThat(limit.at("/schema/maximum").intValue()).isEqualTo(DeadlinesPage.MOST);
        assertThat(document.at("/paths/~1calendar.ics/get/description").textValue())
                .contains("for " + CalendarPage.KEPT_DAYS + " days")
                .contains("At most 2,000 events");
        assertThat(CalendarPage.MOST).isEqualTo(2000);
    }

    @Test
    void shouldTellTheBoundsOfAllOtherPages() {
        JsonNode limit = document.at("/components/parameters/limit/schema");
        assertThat(limit.get("default").intValue()).isEqualTo(Page.LIMIT);
        assertThat(limit.get("maximum").intValue()).isEqualTo(Page.MOST);
        assertThat(document.at("/paths/~1stream/get/description").textValue())
                .contains(EventStream.MOST_WAITING + " alerts wait")
                .contains(String.format(Locale.ROOT, "%,d clients", StreamApi.MOST))
                .contains("for " + StreamApi.BEAT.toSeconds() + " seconds");
        assertThat(document.at("/info/description").textValue())
                .contains(Rate.IN_A_ROW + " times in a row and " + Rate.A_SECOND + " times a second");
    }

    @Test
    void shouldTellEachFieldOfARuleASilenceAndADesk() {
        Rule rule = Samples.book("- {id: a, desk: asia, due: 2019-08-23, what: b, severity: info}")
                .rules()
                .getFirst()
                .put(1, RuleOrigin.API, "c", Instant.EPOCH);
        Set<String> keys = new TreeSet<>(names(RuleForm.write(rule)));
        keys.addAll(List.of("keywords", "countries", "pairs", "topics", "alertOn"));
        Object silence =
                new SilencesApi.Shown("a", new DeskId("b"), new RuleId("c"), Instant.EPOCH, Instant.EPOCH, "d", "e");
        Object desk = new DesksApi.Shown(new DeskId("a"), "b", ZoneOffset.UTC, 1, "c");

        assertThat(keys).isEqualTo(names(document.at("/components/schemas/Rule/properties")));
        assertThat(names(Json.mapper().valueToTree(silence)))
                .isEqualTo(names(document.at("/components/schemas/Silence/properties")));
        assertThat(names(Json.mapper().valueToTree(desk)))
                .isEqualTo(names(document.at("/components/schemas/Desk/properties")));
    }

    @Test
    void shouldTellEachFieldOfAPageAndOfAProblem() throws IOException {
        JsonNode page = Json.mapper().valueToTree(new DeadlinesPage(List.of(), List.of(), "next"));
        JsonNode problem = Json.mapper().valueToTree(new Problem("a", 400, "b", List.of(new Mistake("c", "d"))));

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

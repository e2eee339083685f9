package io.dyadwire.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.RandomEvents;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {
    private static final Topic<?> OF_A_DESK = Topics.alertsOf(new DeskId("desk"));

    private final AsyncApi api = new AsyncApi();

    static Stream<Topic<?>> topics() {
        return Stream.concat(Topics.all().stream(), Stream.of(OF_A_DESK));
    }

    @Test
    void shouldHoldEveryTopicAndNoOther() {
        assertThat(api.document().path("asyncapi").asText()).isEqualTo("3.1.0");
        assertThat(api.channels().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        topics().map(AsyncApiTest::address).toList());
        assertThat(api.document().findValuesAsText("bindingVersion")).containsOnly("0.5.0");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldSayHowTheTopicIsMade(Topic<?> topic) {
        JsonNode kafka = api.channels().get(address(topic)).path("bindings").path("kafka");
        JsonNode settings = kafka.path("topicConfiguration");
        List<String> policies = new ArrayList<>();
        settings.path("cleanup.policy").forEach(policy -> policies.add(policy.asText()));

        assertThat(kafka.path("topic").asText(OF_A_DESK.name())).isEqualTo(topic.name());
        assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(String.join(",", policies)).isEqualTo(topic.cleanup().policy());
        assertThat(settings.path("retention.ms").asLong())
                .isEqualTo(topic.retention() == null ? -1 : topic.retention().toMillis());
        assertThat(settings.path("max.message.bytes").asInt()).isEqualTo(Topics.MAX_RECORD_BYTES);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldPointAtTheSchemaOfItsEvents(Topic<?> topic) {
        String file = Schemas.fileOf(topic.type());

        assertThat(api.message(address(topic)).at("/payload/$ref").asText()).isEqualTo("schema/" + file);
        assertThat(Schemas.tree(file).path("$id").asText()).endsWith(file);
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldDescribeTheHeadersThatWeWrite(Topic<V> topic) {
        JsonNode message = api.message(address(topic));
        JsonNode common = api.follow(message.path("traits").path(0)).path("headers");
        var events = new RandomEvents(6);
        Set<String> types = new HashSet<>();

        for (int i = 0; i < 300; i++) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : topic.headers(events.one(topic.type()))) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            types.add(headers.get("ce_type"));
            assertThat(headers.keySet()).containsAll(texts(common.path("required")));
            assertThat(headers.keySet())
                    .allMatch(name -> common.path("properties").has(name));
        }

        assertThat(texts(message.at("/headers/properties/ce_type/enum"))).containsExactlyInAnyOrderElementsOf(types);
        assertThat(message.at("/bindings/kafka/key/description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldHaveAWriter(Topic<?> topic) {
        assertThat(api.services("send", address(topic))).isNotEmpty();
    }

    private static String address(Topic<?> topic) {
        return topic.name().equals(OF_A_DESK.name()) ? "news.alerts.{desk}" : topic.name();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}

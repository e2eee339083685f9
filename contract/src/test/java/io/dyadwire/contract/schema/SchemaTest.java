package io.dyadwire.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.RandomEvents;
import io.dyadwire.contract.Samples;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private final Schemas schemas = new Schemas();

    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldBeASchemaOfTheStandard(Topic<?> topic) {
        String file = Schemas.fileOf(topic.type());

        assertThat(schemas.errors(file)).isEmpty();
        assertThat(schemas.errors("common.schema.json")).isEmpty();
        assertThat(Schemas.tree(file).path("$id").asText()).isEqualTo(Schemas.ADDRESS + file);
        assertThat(Schemas.tree(file).path("description").asText()).contains(topic.name());
    }

    @ParameterizedTest
    @MethodSource("io.dyadwire.contract.json.SamplesTest#samples")
    void shouldAcceptEachSample(String name, Topic<?> topic) {
        assertThat(schemas.errors(topic.type(), Samples.sample(name).toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldAcceptWhateverWeWrite(Topic<V> topic) {
        var events = new RandomEvents(4);

        for (int i = 0; i < 200; i++) {
            byte[] written = topic.valueSerde().write(events.one(topic.type()));
            String json = new String(written, StandardCharsets.UTF_8);

            assertThat(schemas.errors(topic.type(), json)).as(json).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldAcceptWhatALaterVersionAdds(Topic<V> topic) {
        byte[] written = topic.valueSerde().write(new RandomEvents(5).one(topic.type()));
        String json = new String(written, StandardCharsets.UTF_8);

        String later = "{\"addedLater\":{\"a\":1}," + json.substring(1);

        assertThat(schemas.errors(topic.type(), later)).isEmpty();
        assertThat(topic.valueSerde().read(later.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(topic.valueSerde().read(written));
    }

    @ParameterizedTest
    @CsvSource({
        "Article,       /version",
        "TaggedArticle, /countries/0/code",
        "PairMention,   /pair",
        "PairActivity,  /day",
        "Deadline,      /state",
        "RuleRecord,    /kind",
        "Alert,         ''",
        "Delivery,      /attempts",
        "ChannelStatus, /state",
        "FeedSource,    /fullText",
        "FeedState,     /url",
        "DeadLetter,    /valueBytes"
    })
    void shouldRefuseAWrongValueWhereItStands(String event, String place) {
        Class<?> type = Topics.all().stream()
                .<Class<?>>map(Topic::type)
                .filter(some -> some.getSimpleName().equals(event))
                .findAny()
                .orElseThrow();
        String sample = "invalid/" + Schemas.fileOf(type).replace(".schema.json", "");

        assertThat(schemas.errors(type, Samples.sample(sample).toString()))
                .extracting(error -> error.getInstanceLocation().toString())
                .contains(place);
    }
}

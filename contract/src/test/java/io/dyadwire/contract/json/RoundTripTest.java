package io.dyadwire.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dyadwire.contract.RandomEvents;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final int EVENTS = 300;

    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldReadWhatWasWritten(Topic<V> topic) {
        JsonSerde<V> serde = topic.valueSerde();
        var events = new RandomEvents(1);

        for (int i = 0; i < EVENTS; i++) {
            V event = events.one(topic.type());
            byte[] written = serde.write(event);

            assertThat(serde.read(written)).isEqualTo(event);
            assertThat(serde.write(serde.read(written))).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldReadOrRefuseDamagedBytes(Topic<V> topic) {
        JsonSerde<V> serde = topic.valueSerde();
        var events = new RandomEvents(2);
        var random = new Random(2);

        for (int i = 0; i < EVENTS; i++) {
            byte[] written = serde.write(events.one(topic.type()));
            for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
                written[random.nextInt(written.length)] = (byte) any(random, "\"{}[]:,0-. \\n");
            }

            assertThatCode(() -> serde.read(written))
                    .satisfies(thrown -> assertThat(thrown == null || thrown instanceof SerializationException)
                            .isTrue());
        }
    }

    private static char any(Random random, String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}

package io.dyadwire.contract.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.Samples;
import io.dyadwire.contract.topic.Topics;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    @Test
    void shouldNameTheRecordItStandsFor() {
        DeadLetter letter = Samples.sample("dead-letter-v1", DeadLetter.class);

        assertThat(letter.recordKey()).isEqualTo("news.articles:3:1042");
        assertThat(Base64.getDecoder().decode(letter.value())).asString().isEqualTo("{\"id\":\"");
    }

    @Test
    void shouldKeepTheStartOfAValueThatIsTooLong() {
        byte[] value = new byte[Topics.MAX_RECORD_BYTES];
        value[DeadLetter.MAX_VALUE - 1] = 7;

        var letter = new DeadLetter(
                "read-article", "too long", "t", 0, 0, Instant.EPOCH, null, DeadLetter.encode(value), value.length);

        byte[] kept = Base64.getDecoder().decode(letter.value());
        assertThat(kept).hasSize(DeadLetter.MAX_VALUE).endsWith(7);
        assertThat(letter.valueBytes()).isEqualTo(value.length);
    }

    @Test
    void shouldTellNoValueFromAnEmptyOne() {
        assertThat(DeadLetter.encode(null)).isNull();
        assertThat(DeadLetter.encode(new byte[0])).isEmpty();
    }
}

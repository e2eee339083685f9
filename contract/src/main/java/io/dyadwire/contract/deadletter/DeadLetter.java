package io.dyadwire.contract.deadletter;

import io.dyadwire.contract.Check;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled. Key on Kafka: {@code topic:partition:offset} of the source.
 *
 * @param stage the step that gave up, such as {@code read-article}
 * @param reason in words
 * @param topic where the source record stands; with {@code partition} and {@code offset} -1 when it was never on Kafka
 * @param at the source record's timestamp, UTC
 * @param value the source record's value in base64, cut at {@value #MAX_VALUE} bytes; absent when it had none
 * @param valueBytes how long the value was
 */
public record DeadLetter(
        String stage,
        String reason,
        String topic,
        int partition,
        long offset,
        Instant at,
        @Nullable String key,
        @Nullable String value,
        int valueBytes) {
    public static final int MAX_VALUE = 64 * 1024;

    private static final int MAX_BASE64 = (MAX_VALUE + 2) / 3 * 4;

    public DeadLetter {
        Check.slug("stage", stage);
        Check.text("reason", reason);
        Check.text("topic", topic);
        Check.atLeast("partition", partition, -1);
        Check.atLeast("offset", offset, -1);
        Check.present("at", at);
        Check.atLeast("valueBytes", valueBytes, 0);
        Check.that(value != null || valueBytes == 0, () -> "value: is missing, but has " + valueBytes + " bytes");
        Check.that(value == null || value.length() <= MAX_BASE64, () -> "value: more than " + MAX_VALUE + " bytes");
    }

    /** The first {@value #MAX_VALUE} bytes, as {@code value} holds them. */
    public static @Nullable String encode(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        byte[] kept = value.length <= MAX_VALUE ? value : Arrays.copyOf(value, MAX_VALUE);
        return Base64.getEncoder().encodeToString(kept);
    }

    public String recordKey() {
        return topic + ":" + partition + ":" + offset;
    }
}

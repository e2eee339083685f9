package io.dyadwire.contract.topic;

import io.dyadwire.contract.Check;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of an event: CloudEvents 1.0.2 in the Kafka protocol binding's binary mode, so headers only. Put on where
 * a record leaves for a public topic, never carried through stateful steps.
 *
 * @param id the same for the same event, however often it is written
 * @param source the service that says so, a URI reference
 * @param type such as {@code io.dyadwire.article.published.v1}
 * @param subject what it is about, such as the article's id
 * @param time when it happened, UTC; absent when the event does not say
 */
public record CloudEvent(
        String id,
        String source,
        String type,
        String subject,
        @Nullable Instant time) {
    public CloudEvent {
        Check.text("ce_id", id);
        Check.text("ce_source", source);
        Check.text("ce_type", type);
        Check.text("ce_subject", subject);
    }

    /** The headers of the record, UTF-8. */
    public Headers headers() {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_subject", subject);
        if (time != null) {
            put(headers, "ce_time", time.toString());
        }
        put(headers, "content-type", "application/json");
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

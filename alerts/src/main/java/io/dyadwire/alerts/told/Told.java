package io.dyadwire.alerts.told;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.contract.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One alert that a desk was told: what it can be asked by, and the whole of it as bytes, which take far less room.
 *
 * @param severity that of a warning where the alert says nothing
 */
public record Told(
        Moment moment, AlertId id, AlertType type, RuleId rule, List<Pair> pairs, Severity severity, OneLine whole) {
    private static final JsonSerde<Alert> JSON = Topics.ALERTS.valueSerde();

    /** JSON without a line break. */
    public static final class OneLine {
        private final byte[] bytes;

        private OneLine(byte[] bytes) {
            this.bytes = bytes;
        }

        public int length() {
            return bytes.length;
        }

        /** To be written, and not to be changed. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * As it stands on the topic of its desk.
     *
     * @throws org.apache.kafka.common.errors.SerializationException when it is no alert
     */
    static Told of(ConsumerRecord<String, byte[]> record) {
        Alert alert = JSON.read(record.value());
        return new Told(
                new Moment(alert.at(), alert.desk(), record.offset()),
                alert.id(),
                alert.type(),
                alert.rule().id(),
                alert.pairs(),
                alert.notice() == null ? Severity.WARNING : alert.notice().severity(),
                oneLine(record.value()));
    }

    /** As we write it there is none; another program may write otherwise. */
    private static OneLine oneLine(byte[] json) {
        for (byte one : json) {
            if (one == '\n' || one == '\r') {
                try {
                    return new OneLine(
                            Json.mapper().writeValueAsBytes(Json.mapper().readTree(json)));
                } catch (IOException e) {
                    throw new UncheckedIOException("was read as an alert before", e);
                }
            }
        }
        return new OneLine(json);
    }

    /** The whole of it. */
    public Alert alert() {
        return JSON.read(whole.bytes);
    }
}

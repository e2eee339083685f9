package io.dyadwire.runner.tail;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.runner.cli.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Prints the records of one topic that are wanted, one a line: words, or the value's JSON as it is. */
final class EventPrinter {
    private final Topic<?> topic;
    private final Wanted wanted;
    private final boolean json;
    private final PrintWriter out;

    EventPrinter(Topic<?> topic, Wanted wanted, boolean json, PrintWriter out) {
        this.topic = topic;
        this.wanted = wanted;
        this.json = json;
        this.out = out;
    }

    /** Whether it was printed. */
    boolean print(ConsumerRecord<String, byte[]> found) {
        if (found.value() == null) {
            return say(PlainText.line(found.key() + "  (removed)"));
        }
        Object event;
        try {
            event = topic.valueSerde().read(found.value());
        } catch (SerializationException e) {
            return say(PlainText.line("(" + found.topic() + ":" + found.partition() + ":" + found.offset()
                    + " cannot be read: " + e.getMessage() + ")"));
        }
        if (!wanted.matches(event)) {
            return false;
        }
        out.println(json ? oneLine(found.value()) : EventLine.of(event));
        return true;
    }

    /** Remarks that are no events; they would not be JSON. */
    private boolean say(String remark) {
        if (json) {
            return false;
        }
        out.println(remark);
        return true;
    }

    private static String oneLine(byte[] value) {
        try {
            return Json.mapper().writeValueAsString(Json.mapper().readTree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that was read cannot be read again", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }
}

package io.dyadwire.alerts.view;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.topic.Topics;

/** A deadline as the bytes that it was read from. */
public final class Stored {
    private static final JsonSerde<Deadline> JSON = Topics.DEADLINES.valueSerde();

    private final byte[] bytes;

    Stored(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    Deadline read() {
        return JSON.read(bytes);
    }
}

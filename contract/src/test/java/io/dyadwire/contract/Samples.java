package io.dyadwire.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The stored samples: what was once on a topic must be readable for ever. */
public final class Samples {
    private Samples() {}

    /** A fresh copy of {@code samples/<name>.json}, to be changed at will. */
    public static ObjectNode sample(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + name + ".json")) {
            JsonNode tree = Json.mapper().readTree(Objects.requireNonNull(in, name));
            return (ObjectNode) tree;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** That sample as an event. */
    public static <V> V sample(String name, Class<V> type) {
        return Json.mapper().convertValue(sample(name), type);
    }
}

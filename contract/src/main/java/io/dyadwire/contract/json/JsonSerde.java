package io.dyadwire.contract.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * JSON bytes of one event type. A null value stays null (a tombstone). Bytes that are not such an event give a
 * {@link SerializationException} whose message says what is wrong and where.
 */
public final class JsonSerde<T> implements Serde<T> {
    private final Class<T> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public JsonSerde(Class<T> type) {
        this.type = type;
        this.reader = Json.mapper().readerFor(type);
        this.writer = Json.mapper().writerFor(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    /** The event in these bytes. */
    public T read(byte[] bytes) {
        try {
            T value = reader.readValue(bytes);
            if (value == null) {
                throw new SerializationException("no valid " + type.getSimpleName() + ": the JSON value is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new SerializationException("no valid " + type.getSimpleName() + ": " + reason(e), e);
        } catch (IOException e) {
            throw new SerializationException("no valid " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    /** The event as JSON bytes. */
    public byte[] write(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new SerializationException("cannot write a " + type.getSimpleName() + " as JSON", e);
        }
    }

    private static String reason(JsonProcessingException e) {
        Throwable cause = e.getCause() instanceof IllegalArgumentException rule ? rule : e;
        String where =
                e.getLocation() == null ? "" : " (byte " + e.getLocation().getByteOffset() + ")";
        return (cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage()) + where;
    }
}

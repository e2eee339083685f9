package io.dyadwire.alerts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.json.Json;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered: a body of some media type, or none. Immutable; the bytes are not to be changed. */
final class Reply {
    static final Reply DONE = new Reply(HttpStatus.NO_CONTENT, null, new byte[0], Map.of(), null, null);

    private final HttpStatus status;
    private final @Nullable String type;
    private final byte[] body;
    private final Map<String, String> headers;
    private final @Nullable String tag;
    private final @Nullable Flow flow;

    private Reply(
            HttpStatus status,
            @Nullable String type,
            byte[] body,
            Map<String, String> headers,
            @Nullable String tag,
            @Nullable Flow flow) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = Map.copyOf(headers);
        this.tag = tag;
        this.flow = flow;
    }

    static Reply json(Object value) {
        return of("application/json", jsonBytes(value));
    }

    static Reply of(String type, byte[] body) {
        return new Reply(HttpStatus.OK, type, body, Map.of(), null, null);
    }

    static Reply flow(String type, Flow flow) {
        return new Reply(HttpStatus.OK, type, new byte[0], Map.of(), null, flow);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more, tag, flow);
    }

    /** With an ETag that names the state of what was asked for; without, it is made of the body. */
    Reply tagged(String state) {
        return new Reply(status, type, body, headers, state, flow);
    }

    Reply as(HttpStatus other) {
        return new Reply(other, type, body, headers, tag, flow);
    }

    Reply created(String location) {
        return as(HttpStatus.CREATED).with("Location", location);
    }

    HttpStatus status() {
        return status;
    }

    /** Null when there is no body. */
    @Nullable
    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** What takes the place of a body that goes on and on; null for an ordinary answer. */
    @Nullable
    Flow flow() {
        return flow;
    }

    /** Weak where it is made of the body, since the bytes on the wire may be compressed. */
    String tag() {
        return tag == null ? "W/\"" + Digest.of(new String(body, StandardCharsets.UTF_8)) + "\"" : tag;
    }

    /** Whether this tag is among those of the condition; weak or not, since proxies that compress make them weak. */
    static boolean names(@Nullable String condition, @Nullable String tag) {
        return condition != null
                && tag != null
                && Arrays.stream(condition.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || strong(one).equals(strong(tag)));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    static byte[] jsonBytes(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot be written as JSON", e);
        }
    }
}

package io.dyadwire.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request. Header values are sent byte for byte as given; a value with a line end is refused. Without
 * {@code maxBytes} the client's own limit holds.
 */
public record OutboundRequest(
        URI uri,
        Map<String, String> headers,
        @Nullable Integer maxBytes,
        @Nullable Content content) {

    /** What a POST carries. */
    public record Content(String mediaType, String text) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    public OutboundRequest {
        if (uri == null) {
            throw new IllegalArgumentException("uri: is missing");
        }
        headers.forEach((name, value) -> {
            if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                throw new IllegalArgumentException("headers." + name + ": holds a line end");
            }
        });
        headers = Map.copyOf(headers);
        if (maxBytes != null && maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes: must be at least 1, not " + maxBytes);
        }
    }

    public static OutboundRequest to(URI uri) {
        return new OutboundRequest(uri, Map.of(), null, null);
    }

    /** With this header, or without it when the value is absent. */
    public OutboundRequest withHeader(String name, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.remove(name);
        if (value != null) {
            more.put(name, value);
        }
        return new OutboundRequest(uri, more, maxBytes, content);
    }

    public OutboundRequest withMaxBytes(int bytes) {
        return new OutboundRequest(uri, headers, bytes, content);
    }

    public OutboundRequest withContent(String mediaType, String text) {
        return new OutboundRequest(uri, headers, maxBytes, new Content(mediaType, text));
    }
}

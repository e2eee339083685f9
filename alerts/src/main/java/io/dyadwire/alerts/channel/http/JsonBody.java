package io.dyadwire.alerts.channel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.json.Json;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;

/** A request with JSON in it. */
public final class JsonBody {
    private JsonBody() {}

    public static OutboundRequest post(URI url, Object body) {
        return OutboundRequest.to(url).withContent("application/json", text(body));
    }

    public static String text(Object body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written as JSON", e);
        }
    }
}

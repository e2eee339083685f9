package io.dyadwire.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The AsyncAPI document as it lies in the jar. */
final class AsyncApi {
    private final JsonNode document;

    AsyncApi() {
        try (InputStream in = AsyncApi.class.getResourceAsStream("/io/dyadwire/contract/asyncapi.yaml")) {
            this.document = new YAMLMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** Channels by address. */
    Map<String, JsonNode> channels() {
        Map<String, JsonNode> channels = new TreeMap<>();
        document.path("channels")
                .forEach(channel -> channels.put(channel.path("address").asText(), channel));
        return channels;
    }

    /** The one message of the channel with this address. */
    JsonNode message(String address) {
        JsonNode messages = channels().get(address).path("messages");
        if (messages.size() != 1) {
            throw new AssertionError(messages.size() + " messages at " + address);
        }
        return follow(messages.iterator().next());
    }

    /** The services that send to ({@code send}) or receive from ({@code receive}) this address. */
    Set<String> services(String action, String address) {
        Set<String> services = new LinkedHashSet<>();
        for (JsonNode operation : document.path("operations")) {
            boolean there =
                    follow(operation.path("channel")).path("address").asText().equals(address);
            if (there && operation.path("action").asText().equals(action)) {
                operation
                        .path("tags")
                        .forEach(tag -> services.add(tag.path("name").asText()));
            }
        }
        return services;
    }

    /** What a reference within the document points at. */
    JsonNode follow(JsonNode reference) {
        String target = reference.path("$ref").asText();
        JsonNode found = document.at(target.substring(1));
        if (!target.startsWith("#/") || found.isMissingNode()) {
            throw new AssertionError("nothing at '" + target + "'");
        }
        return found;
    }
}

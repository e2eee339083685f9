package io.dyadwire.ingest.websub;

import io.dyadwire.ingest.fetch.RetryAfter;
import io.dyadwire.outbound.HttpUri;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a hub to subscribe or unsubscribe us (WebSub §5.1). */
final class HubClient {
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int MAX_HOPS = 3;

    private final OutboundClient client;
    private final InstantSource clock;

    HubClient(OutboundClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Why it was not taken, in words, and how long the hub wants to be left alone. */
    record Refusal(String reason, @Nullable Duration retryAfter) {}

    /**
     * Empty when the hub took it, and will call back.
     *
     * @param callback where it is to call
     * @param key what it is to sign with
     */
    Optional<Refusal> ask(Subscription subscription, URI callback, String key) {
        URI hub = subscription.push().hub();
        String form = form(subscription, callback, key);
        try {
            OutboundResponse answer = post(hub, form);
            for (int hop = 0; hop < MAX_HOPS && (answer.status() == 307 || answer.status() == 308); hop++) {
                Optional<URI> next = answer.header("location").flatMap(to -> HttpUri.resolve(hub, to));
                if (next.isEmpty() || losesSecurity(hub, next.get())) {
                    break;
                }
                answer = post(next.get(), form);
            }
            String retryAfter = answer.header("retry-after").orElse(null);
            return answer.successful()
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "the hub answered " + answer.status(),
                            RetryAfter.parse(retryAfter, clock.instant()).orElse(null)));
        } catch (OutboundException e) {
            return Optional.of(new Refusal(e.kind().words() + ": " + e.reason(), null));
        }
    }

    private OutboundResponse post(URI hub, String form) throws OutboundException {
        return client.post(OutboundRequest.to(hub)
                .withMaxBytes(MAX_ANSWER_BYTES)
                .withContent("application/x-www-form-urlencoded", form));
    }

    /** The form holds the key that the hub is to sign with. */
    private static boolean losesSecurity(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
    }

    private static String form(Subscription subscription, URI callback, String key) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("hub.callback", callback.toString());
        fields.put("hub.mode", subscription.mode());
        fields.put("hub.topic", subscription.push().topic().toString());
        if (!subscription.leaving()) {
            fields.put("hub.lease_seconds", Long.toString(Subscription.LEASE.toSeconds()));
            fields.put("hub.secret", key);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

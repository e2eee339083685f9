package io.dyadwire.alerts.notify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.alerts.rules.Webhook;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Posts one alert to one address: Standard Webhooks 1.0.0. The id is the alert's on every attempt, the timestamp is the
 * attempt's, the body {@code {"type": "io.dyadwire.alert.match.v1", "timestamp": …, "data": the alert}}. Redirects are
 * failures; what the receiver answers is not read beyond its status.
 */
public final class WebhookSender {
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final OutboundClient client;
    private final Webhook webhook;
    private final WebhookSecret secret;
    private final InstantSource clock;

    /**
     * A sender to this address.
     *
     * @param clock for the timestamp that is signed; a receiver may refuse one that is minutes away from its own
     */
    public WebhookSender(OutboundClient client, Webhook webhook, WebhookSecret secret, InstantSource clock) {
        this.client = client;
        this.webhook = webhook;
        this.secret = secret;
        this.clock = clock;
    }

    /** What is posted; a receiver reads {@code type} first. */
    record Body(String type, Instant timestamp, Alert data) {
        static Body of(Alert alert) {
            return new Body(Topics.ALERTS.event().apply(alert).type(), alert.at(), alert);
        }
    }

    Attempt send(Alert alert) {
        Instant now = clock.instant();
        String body = json(alert);
        long timestamp = now.getEpochSecond();
        OutboundRequest request = OutboundRequest.to(webhook.url())
                .withMaxBytes(MAX_ANSWER_BYTES)
                .withContent("application/json", body)
                .withHeader("webhook-id", alert.id().value())
                .withHeader("webhook-timestamp", Long.toString(timestamp))
                .withHeader("webhook-signature", secret.sign(alert.id().value(), timestamp, body));
        try {
            return judge(client.post(request), now);
        } catch (OutboundException e) {
            // Without the address, whose path may hold a token.
            return new Attempt.Failed(e.kind().words() + ": " + e.reason(), null);
        }
    }

    private static Attempt judge(OutboundResponse answer, Instant now) {
        if (answer.successful()) {
            return new Attempt.Delivered();
        }
        if (answer.status() == 410) {
            return new Attempt.Gone();
        }
        String asked = answer.header("retry-after").orElse(null);
        return new Attempt.Failed("HTTP " + answer.status(), RetryAfter.parse(asked, now));
    }

    private static String json(Alert alert) {
        try {
            return Json.mapper().writeValueAsString(Body.of(alert));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("alert " + alert.id() + " cannot be written as JSON", e);
        }
    }
}

package io.dyadwire.alerts.channel.webhook;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;

/** Signed: the id is the alert's on every attempt, the timestamp is the attempt's. */
public final class WebhookFormat implements HttpFormat {
    private final WebhookSecret secret;

    public WebhookFormat(WebhookSecret secret) {
        this.secret = secret;
    }

    @Override
    public OutboundRequest request(URI url, Told told, Instant now) {
        String body = JsonBody.text(EventBody.of(told));
        long timestamp = now.getEpochSecond();
        return OutboundRequest.to(url)
                .withContent(EventBody.MEDIA_TYPE, body)
                .withHeader("webhook-timestamp", Long.toString(timestamp))
                .withHeader("webhook-signature", secret.sign(told.id(), timestamp, body));
    }
}

package io.dyadwire.alerts.channel.http;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.PlainText;
import io.dyadwire.alerts.channel.Sender;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Posts to one address. The id goes with every request as {@code webhook-id}, so that a receiver of any kind can recognise a
 * repeat. Redirects are failures.
 */
public final class HttpSender implements Sender {
    private static final String ID = "webhook-id";
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final int MAX_SHOWN = 200;

    private final OutboundClient client;
    private final URI url;
    private final HttpFormat format;
    private final InstantSource clock;

    /** @param clock for the time of an attempt */
    public HttpSender(OutboundClient client, URI url, HttpFormat format, InstantSource clock) {
        this.client = client;
        this.url = url;
        this.format = format;
        this.clock = clock;
    }

    @Override
    public Attempt send(Told told) {
        Instant now = clock.instant();
        OutboundRequest request =
                format.request(url, told, now).withHeader(ID, told.id()).withMaxBytes(MAX_ANSWER_BYTES);
        try {
            return judge(client.post(request), now);
        } catch (OutboundException e) {
            // Without the address, whose path may hold a token.
            return new Attempt.Failed(e.kind().words() + ": " + e.reason(), null);
        }
    }

    private static Attempt judge(OutboundResponse answer, Instant now) {
        String said = "HTTP " + answer.status() + said(answer);
        if (answer.successful()) {
            return new Attempt.Delivered(said);
        }
        return switch (answer.status()) {
            case 410 -> new Attempt.Gone(said + ": the receiver wants nothing more");
            // About this message; 404 and 403 are about the address, and somebody may mend it.
            case 400, 406, 413, 415, 422 -> new Attempt.Refused(said);
            default ->
                new Attempt.Failed(
                        said, RetryAfter.parse(answer.header("retry-after").orElse(null), now));
        };
    }

    private static String said(OutboundResponse answer) {
        String text =
                PlainText.of(new String(answer.body(), StandardCharsets.UTF_8)).strip();
        boolean page = text.startsWith("<");
        if (text.isEmpty() || page) {
            return "";
        }
        return ": " + (text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…");
    }
}

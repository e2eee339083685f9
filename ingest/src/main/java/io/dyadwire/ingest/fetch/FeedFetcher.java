package io.dyadwire.ingest.fetch;

import io.dyadwire.ingest.feed.HubLinks;
import io.dyadwire.ingest.fetch.FetchOutcome.Failed;
import io.dyadwire.ingest.fetch.FetchOutcome.Fetched;
import io.dyadwire.ingest.fetch.FetchOutcome.NotModified;
import io.dyadwire.outbound.HttpUri;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import io.dyadwire.outbound.Turns;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One conditional GET (RFC 9110 §13.1). Validators are opaque: what the server gave goes back byte for byte. */
public final class FeedFetcher {
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9,"
            + " application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

    private final OutboundClient client;
    private final InstantSource clock;

    public FeedFetcher(OutboundClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Asks at once; with validators, a server may answer that nothing changed. */
    public FetchOutcome fetch(URI url, @Nullable String etag, @Nullable String lastModified) {
        return fetch(url, etag, lastModified, Turns.ANY);
    }

    /** The same, when the turn of each host has come that it is led to. */
    public FetchOutcome fetch(URI url, @Nullable String etag, @Nullable String lastModified, Turns turns) {
        OutboundRequest request = OutboundRequest.to(url)
                .withHeader("Accept", ACCEPT)
                .withHeader("If-None-Match", etag)
                .withHeader("If-Modified-Since", lastModified);
        try {
            OutboundResponse answer = client.get(request, turns);
            return switch (answer.status()) {
                case 200 ->
                    new Fetched(
                            answer.body(),
                            answer.header("content-type").orElse(null),
                            answer.uri(),
                            answer(answer, null, null));
                case 304 -> new NotModified(answer(answer, etag, lastModified));
                default -> failed(url, answer);
            };
        } catch (OutboundException e) {
            return new Failed(trouble(e.kind()), e.kind().words() + ": " + e.reason(), null, false);
        }
    }

    /** {@code Expires: 0} says that the validators are worth nothing, and servers that send it mean it. */
    private Answer answer(OutboundResponse answer, @Nullable String etag, @Nullable String lastModified) {
        Instant now = clock.instant();
        boolean worthless = answer.header("expires")
                .filter(value -> value.strip().equals("0"))
                .isPresent();
        return new Answer(
                worthless ? null : answer.header("etag").orElse(etag),
                worthless ? null : answer.header("last-modified").orElse(lastModified),
                Freshness.of(answer, now).orElse(null),
                answer.movedTo().orElse(null),
                HubLinks.inHeaders(answer.headers().getOrDefault("link", List.of()), answer.uri()));
    }

    private Failed failed(URI asked, OutboundResponse answer) {
        Trouble trouble =
                switch (answer.status()) {
                    case 401, 403 -> Trouble.DENIED;
                    case 404 -> Trouble.NOT_FOUND;
                    case 410 -> Trouble.GONE;
                    case 429, 503 -> Trouble.BUSY;
                    default -> Trouble.STATUS;
                };
        Optional<Duration> retryAfter =
                RetryAfter.parse(answer.header("retry-after").orElse(null), clock.instant());
        // One bad route of a service of our own must not close all others; a public host means all of it.
        boolean wholeHost = trouble == Trouble.BUSY
                && retryAfter.isPresent()
                && HttpUri.host(asked).equals(HttpUri.host(answer.uri()))
                && !client.isOurs(asked);
        return new Failed(
                trouble,
                "the server answered " + answer.status() + words(answer.status()),
                retryAfter.orElse(null),
                wholeHost);
    }

    private static Trouble trouble(OutboundException.Kind kind) {
        return switch (kind) {
            case UNKNOWN_HOST, NETWORK -> Trouble.NETWORK;
            case TIMED_OUT, STOPPED -> Trouble.TIMEOUT;
            case REFUSED -> Trouble.REFUSED;
            case TLS, TOO_LARGE, BAD_ANSWER, REDIRECTS -> Trouble.BAD_ANSWER;
        };
    }

    private static String words(int status) {
        return switch (status) {
            case 204 -> " (no content)";
            case 300, 301, 302, 303, 307, 308 -> " (moved, without saying where)";
            case 401 -> " (asks for a login)";
            case 403 -> " (does not let us in)";
            case 404 -> " (not found)";
            case 410 -> " (gone for good)";
            case 429 -> " (we ask too often)";
            case 500 -> " (its own error)";
            case 502, 504 -> " (the server behind it does not answer)";
            case 503 -> " (not available now)";
            default -> "";
        };
    }
}

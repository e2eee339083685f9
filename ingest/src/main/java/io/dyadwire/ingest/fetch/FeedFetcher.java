package io.dyadwire.ingest.fetch;

import io.dyadwire.ingest.fetch.FetchOutcome.Failed;
import io.dyadwire.ingest.fetch.FetchOutcome.Fetched;
import io.dyadwire.ingest.fetch.FetchOutcome.NotModified;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.net.URI;
import java.time.InstantSource;
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

    /** Asks; with validators, a server may answer that nothing changed. */
    public FetchOutcome fetch(URI url, @Nullable String etag, @Nullable String lastModified) {
        OutboundRequest request = OutboundRequest.to(url)
                .withHeader("Accept", ACCEPT)
                .withHeader("If-None-Match", etag)
                .withHeader("If-Modified-Since", lastModified);
        try {
            return outcome(client.get(request));
        } catch (OutboundException e) {
            return new Failed(e.kind().words() + ": " + e.reason(), null);
        }
    }

    private FetchOutcome outcome(OutboundResponse answer) {
        String etag = answer.header("etag").orElse(null);
        String lastModified = answer.header("last-modified").orElse(null);
        return switch (answer.status()) {
            case 200 ->
                new Fetched(
                        answer.body(), answer.header("content-type").orElse(null), answer.uri(), etag, lastModified);
            case 304 -> new NotModified(etag, lastModified);
            default ->
                new Failed(
                        "the server answered " + answer.status() + words(answer.status()),
                        RetryAfter.parse(answer.header("retry-after").orElse(null), clock.instant())
                                .orElse(null));
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

package io.dyadwire.alerts.channel.http;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;

/** How a message is posted to one kind of receiver. Pure. */
@FunctionalInterface
public interface HttpFormat {
    /**
     * The request.
     *
     * @param url the receiver's address
     * @param now the time of this attempt
     */
    OutboundRequest request(URI url, Told told, Instant now);
}

package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.time.Instant;

/**
 * A permanent redirect (301, 308) that has not proved itself yet.
 *
 * @param to where it leads
 * @param since the first poll that was sent there, UTC
 * @param polls that were sent there in a row and found the feed
 */
public record FeedMove(URI to, Instant since, int polls) {
    public FeedMove {
        Check.absolute("to", Check.present("to", to));
        Check.present("since", since);
        Check.atLeast("polls", polls, 1);
    }
}

package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.time.Instant;

/**
 * An item seen before.
 *
 * @param hash of its title and text
 * @param lastSeen the last poll that still listed it, UTC
 */
public record KnownItem(int version, String hash, Instant lastSeen) {
    public KnownItem {
        Check.atLeast("version", version, 1);
        Check.text("hash", hash);
        Check.present("lastSeen", lastSeen);
    }
}

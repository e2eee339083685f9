package io.dyadwire.ingest.fetch;

import io.dyadwire.ingest.feed.HubLinks;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a good answer says beside its body.
 *
 * @param etag byte for byte, to be sent back next time; absent when there is none to send
 * @param lastModified byte for byte, to be sent back next time; absent when there is none to send
 * @param fresh how much longer what we have stays fresh, as HTTP says; absent when it does not
 * @param movedTo where the leading run of permanent redirects (301, 308) ended; absent when there was none
 * @param hubs as the {@code Link} headers say
 */
public record Answer(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Duration fresh,
        @Nullable URI movedTo,
        HubLinks hubs) {
    public static final Answer BARE = new Answer(null, null, null, null);

    /** One that names no hub. */
    public Answer(
            @Nullable String etag, @Nullable String lastModified, @Nullable Duration fresh, @Nullable URI movedTo) {
        this(etag, lastModified, fresh, movedTo, HubLinks.NONE);
    }

    /** The same, of a body that did not come whole. */
    public Answer withoutValidators() {
        return new Answer(null, null, fresh, movedTo, hubs);
    }
}

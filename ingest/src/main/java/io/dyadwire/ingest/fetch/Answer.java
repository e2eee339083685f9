package io.dyadwire.ingest.fetch;

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
 */
public record Answer(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Duration fresh,
        @Nullable URI movedTo) {
    public static final Answer BARE = new Answer(null, null, null, null);

    /** The same, of a body that did not come whole. */
    public Answer withoutValidators() {
        return new Answer(null, null, fresh, movedTo);
    }
}

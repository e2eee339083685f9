package io.dyadwire.ingest.feed;

import io.dyadwire.ingest.text.Decoder;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed 1.0 and 1.1. Bytes become text; an XML text goes to a
 * parser within limits, cleaned or pieced together where it must be, and ROME reads the tree. Thread-safe; never asks the
 * network for anything.
 *
 * <p>Whatever the bytes are, the outcome is a feed or an {@link UnreadableFeedException} in words, within a time limit.
 */
public final class FeedReader {
    /** No feed takes more than a second; this is for those who mean harm. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ReadingPool pool;

    public FeedReader() {
        this(LIMIT);
    }

    /** @param limit after which the reading of one feed is given up */
    public FeedReader(Duration limit) {
        this.pool = new ReadingPool(limit);
    }

    /**
     * The feed in these bytes.
     *
     * @param contentType as the server said, for its charset
     * @param base the address it came from, for relative links
     */
    public ParsedFeed read(byte[] bytes, @Nullable String contentType, URI base) throws UnreadableFeedException {
        return pool.call(() -> readHere(bytes, contentType, base));
    }

    private static ParsedFeed readHere(byte[] bytes, @Nullable String contentType, URI base)
            throws UnreadableFeedException {
        byte[] plain = Received.unzipped(bytes);
        Received.refuseOther(plain);
        String text = Decoder.decode(plain, contentType);
        if (JsonFeed.isJson(text)) {
            return JsonFeed.read(text, base);
        }
        Received.refuseOther(text, base);
        return XmlFeed.read(text, base);
    }
}

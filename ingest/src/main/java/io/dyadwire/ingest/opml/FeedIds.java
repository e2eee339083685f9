package io.dyadwire.ingest.opml;

import io.dyadwire.contract.Digest;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;

/** Names for feeds that nobody gave a name. */
public final class FeedIds {
    private static final int MAX_HOST = 80;

    private FeedIds() {}

    /** The host, for people, and a part of a hash, since a host has many feeds. The same address gives the same name. */
    public static String of(URI url) {
        String host = HttpUri.host(url).orElse("feed").replaceAll("[^a-z0-9.-]", "_");
        String shorter = host.startsWith("www.") ? host.substring(4) : host;
        return shorter.substring(0, Math.min(shorter.length(), MAX_HOST)) + "-"
                + Digest.of(url.toString()).substring(0, 8);
    }
}

package io.dyadwire.ingest.opml;

import io.dyadwire.contract.Digest;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;

/** Names for feeds that nobody gave a name. */
public final class FeedIds {
    private static final int MAX_HOST = 80;

    /** Hexadecimal digits: two of a hundred thousand feeds of one host can share eight. */
    private static final int DIGITS = 8;

    private static final int MORE_DIGITS = 16;

    private FeedIds() {}

    /** The host, for people, and a part of a hash, since a host has many feeds. The same address gives the same name. */
    public static String of(URI url) {
        return of(url, DIGITS);
    }

    /** Another name, for when that one is taken by another address. */
    static String longer(URI url) {
        return of(url, MORE_DIGITS);
    }

    private static String of(URI url, int digits) {
        String host = HttpUri.host(url).orElse("feed").replaceAll("[^a-z0-9.-]", "_");
        String shorter = host.startsWith("www.") ? host.substring(4) : host;
        return shorter.substring(0, Math.min(shorter.length(), MAX_HOST)) + "-"
                + Digest.of(url.toString()).substring(0, digits);
    }
}

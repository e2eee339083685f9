package io.dyadwire.outbound;

import java.time.Duration;

/**
 * What every request of one client has in common.
 *
 * @param userAgent says who we are and how to reach us, such as {@code Dyadwire/1.0 (+https://example.org/bot)}
 * @param allow what may be reached besides the public internet
 * @param connectTimeout for one address, TLS included
 * @param firstByteTimeout the longest silence of the other side
 * @param totalTimeout from the first look-up to the last byte, redirects included; also stops one byte a second
 * @param maxBodyBytes after decompression; a request may ask for less or more
 * @param maxRedirects hops followed
 * @param maxConnections open at once
 */
public record OutboundConfig(
        String userAgent,
        AllowList allow,
        Duration connectTimeout,
        Duration firstByteTimeout,
        Duration totalTimeout,
        int maxBodyBytes,
        int maxRedirects,
        int maxConnections) {

    public OutboundConfig {
        if (userAgent == null || userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("userAgent: must be printable ASCII, not '" + userAgent + "'");
        }
        positive("connectTimeout", connectTimeout);
        positive("firstByteTimeout", firstByteTimeout);
        positive("totalTimeout", totalTimeout);
        between("maxBodyBytes", maxBodyBytes, 1, 512 * 1024 * 1024);
        between("maxRedirects", maxRedirects, 0, 20);
        between("maxConnections", maxConnections, 1, 100_000);
    }

    /** Nothing but the public internet; 5 s, 15 s and 30 s; 10 MiB; 5 hops; 500 connections. */
    public static OutboundConfig defaults(String userAgent) {
        return new OutboundConfig(
                userAgent,
                AllowList.nothing(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                10 * 1024 * 1024,
                5,
                500);
    }

    public OutboundConfig withAllow(AllowList list) {
        return new OutboundConfig(
                userAgent,
                list,
                connectTimeout,
                firstByteTimeout,
                totalTimeout,
                maxBodyBytes,
                maxRedirects,
                maxConnections);
    }

    public OutboundConfig withTimeouts(Duration connect, Duration firstByte, Duration total) {
        return new OutboundConfig(
                userAgent, allow, connect, firstByte, total, maxBodyBytes, maxRedirects, maxConnections);
    }

    private static void positive(String field, Duration value) {
        if (value == null || !value.isPositive() || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(field + ": must be more than nothing and at most an hour, not " + value);
        }
    }

    private static void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + ": must be " + least + " to " + most + ", not " + value);
        }
    }
}

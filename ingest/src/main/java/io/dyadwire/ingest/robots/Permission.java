package io.dyadwire.ingest.robots;

import java.time.Duration;

/**
 * Whether a page may be fetched.
 *
 * @param pause before it is fetched, as the site asks by {@code Crawl-delay}; zero unless allowed
 */
public record Permission(Verdict verdict, Duration pause) {
    /** Yes, or why not. */
    public enum Verdict {
        ALLOWED,
        /** The site's robots.txt says no. */
        DISALLOWED,
        /** Nobody knows what the site asks, since its robots.txt could not be had; then the answer is no. */
        UNREACHABLE,
        /** The site wants longer pauses than we wait. */
        TOO_SOON
    }

    static Permission of(Verdict verdict) {
        return new Permission(verdict, Duration.ZERO);
    }
}

package io.dyadwire.ingest.page;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article read from its web page.
 *
 * @param title in one line; empty when the page has none
 * @param text plain, paragraphs end in a line feed; empty when no article was found
 * @param publishedAt as the page claims, UTC
 * @param canonicalUrl the address that the page gives as its own
 * @param byline who wrote it, as it stands there
 * @param language as the page claims, such as {@code en-US}
 * @param behindWall whether the page says that only subscribers may read it; it may be all there nevertheless
 */
public record Page(
        String title,
        String text,
        @Nullable Instant publishedAt,
        @Nullable URI canonicalUrl,
        @Nullable String byline,
        @Nullable String language,
        boolean behindWall) {
    /** The same page with this text instead. */
    public Page withText(String other) {
        return new Page(title, other, publishedAt, canonicalUrl, byline, language, behindWall);
    }
}

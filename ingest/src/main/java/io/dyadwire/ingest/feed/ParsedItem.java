package io.dyadwire.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed, as it stands there.
 *
 * @param guid the feed's own id for it, any text
 * @param url absolute, http or https; anything else that stood there is left out
 * @param title plain text in one line; of an item without a title, its first words; empty when it has neither
 * @param summary HTML, as it stands
 * @param content HTML of the whole article, as it stands
 * @param publishedAt absent when there is no date, or none that can be read
 * @param publishedRaw the date as written
 * @param updatedAt as {@code publishedAt}
 * @param updatedRaw the date as written
 * @param authors names, or mail addresses where there is no name
 * @param urlSource where {@code url} was found; absent with it
 */
public record ParsedItem(
        @Nullable String guid,
        @Nullable URI url,
        String title,
        @Nullable String summary,
        @Nullable String content,
        @Nullable Instant publishedAt,
        @Nullable String publishedRaw,
        @Nullable Instant updatedAt,
        @Nullable String updatedRaw,
        List<String> authors,
        List<String> categories,
        @Nullable String language,
        @Nullable LinkSource urlSource) {
    public ParsedItem {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** One whose address, if it has any, is its own link. */
    public ParsedItem(
            @Nullable String guid,
            @Nullable URI url,
            String title,
            @Nullable String summary,
            @Nullable String content,
            @Nullable Instant publishedAt,
            @Nullable String publishedRaw,
            @Nullable Instant updatedAt,
            List<String> authors,
            List<String> categories,
            @Nullable String language) {
        this(
                guid,
                url,
                title,
                summary,
                content,
                publishedAt,
                publishedRaw,
                updatedAt,
                null,
                authors,
                categories,
                language,
                url == null ? null : LinkSource.ITEM);
    }

    /** The address of this item and no other. */
    public @Nullable URI ownUrl() {
        return urlSource == LinkSource.SITE ? null : url;
    }
}

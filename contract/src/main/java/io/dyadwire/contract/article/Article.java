package io.dyadwire.contract.article;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one article, as read from a feed. Key on Kafka: {@code id}.
 *
 * <p>{@code title} and {@code text} are plain text; {@code text} may be empty, then the title is not. What the feed
 * claims ({@code publishedAt}, may be absent or absurd) and what we saw ({@code fetchedAt}) are kept apart.
 *
 * @param url where a person reads it; absent when the feed gave none
 * @param publisher who publishes it, when the feed or its settings say so
 * @param language BCP 47, such as {@code en} or {@code pt-BR}
 * @param publishedAt the feed's claim, UTC
 * @param fetchedAt when we first read this version, UTC; also the timestamp of the Kafka record
 * @param version 1 for the first sight, one more for each edit
 * @param backfill true when it was old news at first sight: it is tagged, but no desk is alerted to it as new
 */
public record Article(
        ArticleId id,
        @Nullable URI url,
        String feedId,
        String feedTitle,
        @Nullable String publisher,
        String title,
        String text,
        TextKind textKind,
        @Nullable String language,
        @Nullable Instant publishedAt,
        PublishedAtSource publishedAtSource,
        Instant fetchedAt,
        @Nullable Instant updatedAt,
        int version,
        List<String> authors,
        List<String> categories,
        boolean backfill) {

    /** UTF-16 code units that {@code text} may have; ingest cuts what is longer. */
    public static final int MAX_TEXT = 256 * 1024;

    public Article {
        Check.present("id", id);
        Check.text("feedId", feedId);
        title = title == null ? "" : title;
        text = text == null ? "" : text;
        feedTitle = feedTitle == null ? "" : feedTitle;
        Check.that(!(title.isBlank() && text.isBlank()), "title, text: both are empty, there is nothing to read");
        Check.that(text.length() <= MAX_TEXT, "text: longer than " + MAX_TEXT + " characters");
        textKind = textKind == null ? TextKind.SUMMARY : textKind;
        publishedAtSource = publishedAtSource == null
                ? publishedAt == null ? PublishedAtSource.NONE : PublishedAtSource.FEED
                : publishedAtSource;
        Check.present("fetchedAt", fetchedAt);
        version = Check.atLeast("version", version, 1);
        authors = authors == null ? List.of() : List.copyOf(authors);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }

    /** The moment its words are relative to: publication as claimed, else when we read it. */
    public Instant referenceTime() {
        return publishedAt == null ? fetchedAt : publishedAt;
    }
}

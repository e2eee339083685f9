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
 * claims ({@code publishedAt}, may be absent or wrong) and what we saw ({@code fetchedAt}) are kept apart.
 *
 * @param url where a person reads it; absent when the feed gave none
 * @param publisher who publishes it, when the feed or its settings say so
 * @param language BCP 47, such as {@code en} or {@code pt-BR}
 * @param publishedAt the feed's claim, UTC; absent exactly when {@code publishedAtSource} is {@code none}
 * @param fetchedAt when we first read this version, UTC; also the timestamp of the Kafka record
 * @param version 1 for the first sight, one more for each edit
 * @param updatedAt when it was last changed, the feed's claim, UTC; absent when it claims none, or one that cannot be
 * @param backfill true when it was old news at first sight: it is tagged, but no desk is alerted to it as new
 * @param publishedRaw the feed's words for when it was published, such as {@code Tue, 20 Aug 2019 15:30 +0900} or {@code
 *     yesterday}, whatever became of them; absent when there were none, and in records of old
 * @param updatedRaw those for when it was last changed
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
        boolean backfill,
        @Nullable String publishedRaw,
        @Nullable String updatedRaw) {

    /** UTF-16 code units that {@code text} may have; ingest cuts what is longer. */
    public static final int MAX_TEXT = 256 * 1024;

    /** UTF-16 code units that {@code title} may have; ingest cuts what is longer. */
    public static final int MAX_TITLE = 2_000;

    /** UTF-16 code units that a date in the feed's words may have; ingest cuts what is longer. */
    public static final int MAX_RAW = 200;

    /** Entries that {@code authors} and {@code categories} may have each. */
    public static final int MAX_NAMES = 100;

    private static final Instant LEAST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant MOST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    public Article {
        Check.present("id", id);
        Check.text("feedId", feedId);
        title = title == null ? "" : title;
        text = text == null ? "" : text;
        feedTitle = feedTitle == null ? "" : feedTitle;
        Check.that(!(title.isBlank() && text.isBlank()), "title, text: both are empty, there is nothing to read");
        Check.atMost("title", title, MAX_TITLE);
        Check.atMost("text", text, MAX_TEXT);
        Check.absolute("url", url);
        publisher = Check.textOrNull(publisher);
        language = Check.textOrNull(language);
        textKind = textKind == null ? TextKind.SUMMARY : textKind;
        publishedAtSource = publishedAtSource == null
                ? publishedAt == null ? PublishedAtSource.NONE : PublishedAtSource.FEED
                : publishedAtSource;
        Check.that(
                (publishedAt == null) == (publishedAtSource == PublishedAtSource.NONE),
                "publishedAtSource: " + publishedAtSource + " does not go with publishedAt " + publishedAt);
        time("publishedAt", publishedAt);
        time("fetchedAt", Check.present("fetchedAt", fetchedAt));
        time("updatedAt", updatedAt);
        Check.atLeast("version", version, 1);
        authors = names("authors", authors);
        categories = names("categories", categories);
        publishedRaw = raw("publishedRaw", publishedRaw);
        updatedRaw = raw("updatedRaw", updatedRaw);
    }

    /** One whose dates were not written by a feed. */
    public Article(
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
        this(
                id,
                url,
                feedId,
                feedTitle,
                publisher,
                title,
                text,
                textKind,
                language,
                publishedAt,
                publishedAtSource,
                fetchedAt,
                updatedAt,
                version,
                authors,
                categories,
                backfill,
                null,
                null);
    }

    /** The moment its words are relative to: publication as claimed, else when we read it. */
    public Instant referenceTime() {
        return publishedAt == null ? fetchedAt : publishedAt;
    }

    /** Who says so: the publisher, else the feed's title, else the feed's id; never blank. */
    public String publisherOrFeed() {
        if (publisher != null) {
            return publisher;
        }
        return feedTitle.isBlank() ? feedId : feedTitle;
    }

    /** RFC 3339 has four digits for the year. */
    private static void time(String field, @Nullable Instant value) {
        boolean fits = value == null || (!value.isBefore(LEAST_TIME) && !value.isAfter(MOST_TIME));
        Check.that(fits, field + ": " + value + " is not in the years 0 to 9999");
    }

    private static @Nullable String raw(String field, @Nullable String value) {
        String text = Check.textOrNull(value);
        return text == null ? null : Check.atMost(field, text, MAX_RAW);
    }

    private static List<String> names(String field, @Nullable List<String> values) {
        List<String> copy = Check.list(field, values);
        Check.that(copy.size() <= MAX_NAMES, field + ": more than " + MAX_NAMES + " entries");
        return copy;
    }
}

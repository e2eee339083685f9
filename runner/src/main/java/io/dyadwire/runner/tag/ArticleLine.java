package io.dyadwire.runner.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.json.Json;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article from one line of JSON: {@code {"id", "publishedAt", "title", "text"}}, and {@code url},
 * {@code publisher}, {@code language} if there. Other fields are ignored. Without {@code publishedAt} (a time with
 * zone, or a day) dates are resolved against now; so they are when it cannot be read, and a warning says so.
 */
public final class ArticleLine {
    private ArticleLine() {}

    /**
     * The article of this line.
     *
     * @param warn told what could not be read but does not matter enough to refuse the article
     * @throws IllegalArgumentException saying what is wrong with the line
     */
    public static Article read(String line, InstantSource clock, Consumer<String> warn) {
        JsonNode json = parse(line);
        Instant publishedAt = time(text(json, "publishedAt"), warn);
        String title = text(json, "title");
        String body = text(json, "text");
        String id = text(json, "id");
        return article(
                id == null ? ArticleId.of(String.valueOf(title), String.valueOf(body)) : new ArticleId(id),
                url(text(json, "url")),
                title == null ? "" : title,
                body == null ? "" : body,
                publishedAt,
                text(json, "publisher"),
                text(json, "language"),
                clock);
    }

    static Article article(
            ArticleId id,
            @Nullable URI url,
            String title,
            String text,
            @Nullable Instant publishedAt,
            @Nullable String publisher,
            @Nullable String language,
            InstantSource clock) {
        return new Article(
                id,
                url,
                "input",
                "input",
                publisher,
                title,
                text.length() > Article.MAX_TEXT ? text.substring(0, Article.MAX_TEXT) : text,
                TextKind.FULL,
                language,
                publishedAt,
                publishedAt == null ? PublishedAtSource.NONE : PublishedAtSource.FEED,
                publishedAt == null ? clock.instant() : publishedAt,
                null,
                1,
                List.of(),
                List.of(),
                false);
    }

    /**
     * The object on this line.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static JsonNode parse(String line) {
        JsonNode json;
        try {
            json = Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("not a JSON object with id, publishedAt, title and text");
        }
        return json;
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new IllegalArgumentException(name + ": must be text");
        }
        return value.asText();
    }

    private static @Nullable URI url(@Nullable String text) {
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("url: '" + text + "' is not a URL", e);
        }
    }

    private static @Nullable Instant time(@Nullable String text, Consumer<String> warn) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            Instant day = day(text);
            if (day == null || text.length() > 10) {
                warn.accept(
                        "publishedAt: '" + text + "' is not a time such as 2019-08-14T09:00:00Z; reading dates as of "
                                + (day == null ? "now" : "that day"));
            }
            return day;
        }
    }

    /** Noon of the day that the text begins with. */
    private static @Nullable Instant day(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())))
                    .atTime(12, 0)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}

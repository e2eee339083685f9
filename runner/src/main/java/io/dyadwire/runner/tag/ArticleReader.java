package io.dyadwire.runner.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.ingest.page.Page;
import io.dyadwire.ingest.page.PageExtractor;
import io.dyadwire.runner.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one article as a person has it: a web page, one JSON object as {@link ArticleLine} reads it, or plain text, whose
 * first line is the title.
 */
public final class ArticleReader {
    private final InstantSource clock;
    private final Consumer<String> warn;
    private final @Nullable LocalDate published;

    /**
     * A reader.
     *
     * @param warn told what could not be read but does not matter enough to refuse the article
     * @param published the day of publication (UTC) of text and pages; null for what the page says
     */
    public ArticleReader(InstantSource clock, Consumer<String> warn, @Nullable LocalDate published) {
        this.clock = clock;
        this.warn = warn;
        this.published = published;
    }

    /**
     * The article in it.
     *
     * @throws IllegalArgumentException saying why there is none
     */
    public Article read(Source source) throws IOException {
        if (source.isPage()) {
            return article(new PageExtractor().extract(source.bytes(), source.address(), source.contentType()));
        }
        String text = new String(source.bytes(), StandardCharsets.UTF_8).strip();
        if (text.startsWith("{")) {
            return ArticleLine.read(text, clock, warn);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("is empty: give it an article");
        }
        int line = text.indexOf('\n');
        String title = line < 0 ? text : text.substring(0, line).strip();
        String body = line < 0 ? "" : text.substring(line + 1).strip();
        return ArticleLine.article(ArticleId.of(text), null, title, body, publishedAt(), null, null, clock);
    }

    private Article article(Page page) {
        if (page.text().isBlank()) {
            throw new IllegalArgumentException("no article was found in this page");
        }
        return ArticleLine.article(
                ArticleId.of(page.title(), page.text()),
                page.canonicalUrl(),
                page.title(),
                page.text(),
                published == null ? page.publishedAt() : publishedAt(),
                null,
                page.language(),
                clock);
    }

    private @Nullable Instant publishedAt() {
        return published == null ? null : published.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}

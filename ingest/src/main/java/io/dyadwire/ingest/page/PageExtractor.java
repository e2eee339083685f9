package io.dyadwire.ingest.page;

import io.dyadwire.ingest.text.Decoder;
import io.dyadwire.ingest.text.PlainText;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in a page. What the page says about itself is read from JSON-LD, Open Graph and plain HTML, in this
 * order; the text is found by {@link MainText}. Thread-safe; never fails: a page without an article gives an empty text.
 */
public final class PageExtractor {
    private static final int MAX_TEXT = 256 * 1024;

    /**
     * The article in this page.
     *
     * @param url where it came from, for relative links
     * @param contentType as the server said, for its charset
     */
    public Page extract(byte[] html, URI url, @Nullable String contentType) {
        Document document = Jsoup.parse(Decoder.decode(html, contentType), url.toString());
        PageMetadata metadata = PageMetadata.of(document, url);
        String text = MainText.of(document, url, metadata);
        return new Page(
                metadata.title(),
                PlainText.cut(text, MAX_TEXT, " […]"),
                metadata.publishedAt(),
                metadata.canonicalUrl(),
                metadata.byline(),
                metadata.language(),
                metadata.behindWall());
    }
}

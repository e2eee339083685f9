package io.dyadwire.ingest.page;

import io.dyadwire.ingest.text.PlainText;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about itself: JSON-LD first, then meta tags, then plain HTML. */
record PageMetadata(
        String title,
        @Nullable Instant publishedAt,
        @Nullable URI canonicalUrl,
        @Nullable String byline,
        @Nullable String language,
        @Nullable String articleBody,
        @Nullable String description,
        boolean behindWall) {
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_BYLINE = 300;
    private static final Pattern SITE_NAME = Pattern.compile("^(.{20,}?)\\s+[|–—»·:-]\\s+[^|–—»·]{1,40}$");

    static PageMetadata of(Document document, URI url) {
        JsonLd json = JsonLd.of(document, url);
        URI canonical = canonical(document, url).orElse(null);
        String language = language(document).orElse(null);
        return new PageMetadata(
                title(document, json),
                PageDate.of(document, json, canonical == null ? url : canonical, language)
                        .orElse(null),
                canonical,
                byline(document, json).orElse(null),
                language,
                json.articleBody().orElse(null),
                meta(document, "name", "description")
                        .or(() -> meta(document, "property", "og:description"))
                        .orElse(null),
                json.isBehindWall()
                        || meta(document, "property", "article:content_tier")
                                .filter("locked"::equalsIgnoreCase)
                                .isPresent());
    }

    private static String title(Document document, JsonLd json) {
        String title = json.headline()
                .or(() -> meta(document, "property", "og:title"))
                .or(() -> meta(document, "name", "twitter:title"))
                .or(() -> onlyHeading(document))
                .orElseGet(() -> SITE_NAME.matcher(document.title()).replaceFirst("$1"));
        return PlainText.cut(PlainText.lineOfHtml(title), MAX_TITLE, "…");
    }

    private static Optional<String> onlyHeading(Document document) {
        var headings = document.select("h1");
        return headings.size() == 1 ? text(headings.getFirst()) : Optional.empty();
    }

    private static Optional<URI> canonical(Document document, URI url) {
        return attribute(document, "link[rel=canonical][href]", "href")
                .or(() -> meta(document, "property", "og:url"))
                .flatMap(written -> HttpUri.resolve(url, written))
                .filter(HttpUri::isWeb);
    }

    private static Optional<String> byline(Document document, JsonLd json) {
        return json.author()
                .or(() -> meta(document, "name", "author").filter(PageMetadata::isName))
                .or(() -> meta(document, "property", "article:author").filter(PageMetadata::isName))
                .or(() -> Optional.ofNullable(document.selectFirst("[rel=author], [itemprop=author], .byline"))
                        .flatMap(PageMetadata::text))
                .map(name -> PlainText.cut(PlainText.lineOfHtml(name), MAX_BYLINE, "…"))
                .filter(name -> !name.isBlank());
    }

    /** Some sites put the address of a profile there. */
    private static boolean isName(String text) {
        return !text.contains("://");
    }

    private static Optional<String> language(Document document) {
        return attribute(document, "html[lang]", "lang")
                .or(() -> meta(document, "http-equiv", "content-language"))
                .or(() -> meta(document, "property", "og:locale"))
                .map(tag -> tag.replace('_', '-'));
    }

    private static Optional<String> meta(Document document, String attribute, String name) {
        return attribute(document, "meta[" + attribute + "=" + name + "][content]", "content");
    }

    private static Optional<String> attribute(Document document, String selector, String attribute) {
        return Optional.ofNullable(document.selectFirst(selector))
                .map(element -> element.attr(attribute).strip())
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> text(Element element) {
        return Optional.of(PlainText.of(element).replace('\n', ' ')).filter(text -> !text.isBlank());
    }
}

package io.dyadwire.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * What a page goes by, its addresses and titles, to tell its own article from its neighbours: some pages describe those of
 * their teasers as well.
 *
 * @param places hosts and paths
 * @param titles letters and digits only, in lower case
 */
record PageNames(Set<String> places, Set<String> titles) {
    private static final int LEAST_TITLE = 15;

    static PageNames of(Document document, URI url) {
        Stream<String> links =
                document.select("link[rel=canonical][href]").stream().map(link -> link.attr("href"));
        Stream<String> metas =
                document.select("meta[property=og:url][content]").stream().map(meta -> meta.attr("content"));
        Set<String> places = Stream.concat(
                        Stream.of(url),
                        Stream.concat(links, metas).flatMap(text -> HttpUri.resolve(url, text).stream()))
                .map(PageNames::place)
                .collect(Collectors.toSet());
        Set<String> titles = Stream.concat(
                        document.select("h1").stream().map(heading -> heading.text()),
                        Stream.concat(
                                document.select("meta[property=og:title][content]").stream()
                                        .map(meta -> meta.attr("content")),
                                Stream.of(document.title())))
                .map(PageNames::letters)
                .filter(title -> title.length() >= LEAST_TITLE)
                .collect(Collectors.toSet());
        return new PageNames(places, titles);
    }

    /** The articles that can be the page's own, the surest first: by address, by headline, those that say neither. */
    List<JsonNode> own(List<JsonNode> articles, URI url) {
        List<JsonNode> own = articles.stream()
                .filter(article -> distance(article, url) != Distance.ELSEWHERE)
                .sorted(Comparator.comparing(article -> distance(article, url)))
                .toList();
        // Addresses are often given wrongly; of one alone it does not matter.
        return own.isEmpty() && articles.size() == 1 ? articles : own;
    }

    private enum Distance {
        SAME_ADDRESS,
        SAME_TITLE,
        UNKNOWN,
        ELSEWHERE
    }

    private Distance distance(JsonNode article, URI url) {
        List<String> its = Stream.of("url", "@id", "mainEntityOfPage")
                .flatMap(field -> addresses(article.path(field)))
                .flatMap(text -> HttpUri.resolve(url, text).stream())
                .filter(HttpUri::isWeb)
                .map(PageNames::place)
                .toList();
        if (its.stream().anyMatch(places::contains)) {
            return Distance.SAME_ADDRESS;
        }
        String headline = letters(article.path("headline").asText(""));
        boolean named = headline.length() >= LEAST_TITLE
                && titles.stream().anyMatch(title -> title.contains(headline) || headline.contains(title));
        if (named) {
            return Distance.SAME_TITLE;
        }
        return its.isEmpty() ? Distance.UNKNOWN : Distance.ELSEWHERE;
    }

    private static Stream<String> addresses(JsonNode value) {
        return Stream.of(value, value.path("@id"), value.path("url"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                // "true" stands there, too.
                .filter(text -> text.startsWith("#") || text.contains("/"));
    }

    private static String place(URI url) {
        String host = HttpUri.host(url).orElse("");
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String place = (host.startsWith("www.") ? host.substring(4) : host)
                + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return path.length() <= 1 && url.getRawQuery() != null ? place + "?" + url.getRawQuery() : place;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

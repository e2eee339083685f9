package io.dyadwire.ingest.feed;

import io.dyadwire.ingest.text.PlainText;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The feeds that an HTML page links to: those it declares ({@code link rel=alternate}), else those whose addresses look
 * like it. Feeds of comments come last.
 */
public final class FeedLinks {
    private static final int MAX = 20;
    private static final int MAX_PAGE = 1024 * 1024;
    private static final int MAX_TITLE = 120;
    private static final Pattern TYPE =
            Pattern.compile("(?:application|text)/(?:(?:rss|atom|rdf)(?:\\+xml)?|feed\\+json|x-rss.*)\\s*(?:;.*)?");
    private static final Pattern MAYBE_TYPE = Pattern.compile("(?:application|text)/(?:xml|json)\\s*(?:;.*)?|");
    private static final Pattern ADDRESS =
            Pattern.compile("/(?:rss|feeds?|atom)(?:[./]?(?:xml|rss|atom|json|rdf))?/?(?:\\?.*)?"
                    + "|.*[./](?:rss|atom|rdf)(?:\\.xml)?/?(?:\\?.*)?"
                    + "|.*/(?:rss|feeds?|atom|index)[-_]?\\d?\\.(?:xml|rss|atom|json|rdf)(?:\\?.*)?"
                    + "|.*/(?:rss|feeds?)/.*\\.(?:xml|rss|json)(?:\\?.*)?"
                    + "|.*/feeds?/?"
                    + "|.*[?&](?:feed|format|output)=(?:rss2?|atom|rdf|feed)(?:&.*)?");

    private FeedLinks() {}

    /**
     * The feeds, the likeliest first, each once.
     *
     * @param base the address of the page
     */
    public static List<FeedLink> in(String html, URI base) {
        Document page = Jsoup.parse(html.length() <= MAX_PAGE ? html : html.substring(0, MAX_PAGE), base.toString());
        Element written = page.selectFirst("base[href]");
        URI from = written == null
                ? base
                : HttpUri.resolve(base, written.attr("href")).orElse(base);
        Map<URI, FeedLink> found = new LinkedHashMap<>();
        for (Element link : page.select("link[href]")) {
            if (isDeclared(link)) {
                add(found, link, link.attr("title"), from);
            }
        }
        if (found.isEmpty()) {
            for (Element anchor : page.select("a[href], area[href]")) {
                if (ADDRESS.matcher(path(anchor)).matches()) {
                    add(found, anchor, anchor.text().isBlank() ? anchor.attr("title") : anchor.text(), from);
                }
            }
        }
        List<FeedLink> links = new ArrayList<>(found.values());
        links.sort(Comparator.comparing(FeedLinks::isOfComments));
        return links.stream().limit(MAX).toList();
    }

    private static boolean isDeclared(Element link) {
        List<String> rel = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
        String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
        boolean feed = TYPE.matcher(type).matches()
                || (MAYBE_TYPE.matcher(type).matches()
                        && ADDRESS.matcher(path(link)).matches());
        return (rel.contains("alternate") && feed) || rel.contains("feed");
    }

    /** The address in lower case without scheme, host and fragment. */
    private static String path(Element link) {
        String path = link.attr("href").strip().toLowerCase(Locale.ROOT).replaceFirst("^(?:https?:)?//[^/?#]*", "");
        String rest = path.replaceFirst("#.*", "");
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static void add(Map<URI, FeedLink> found, Element link, String title, URI base) {
        HttpUri.resolve(base, link.attr("href").replaceFirst("^feed:(?://)?(?=https?:)|^feed:(?=//)", ""))
                .filter(HttpUri::isWeb)
                .ifPresent(address -> found.putIfAbsent(
                        address, new FeedLink(address, PlainText.cut(PlainText.lineOfText(title), MAX_TITLE, "…"))));
    }

    private static boolean isOfComments(FeedLink link) {
        return (link.title() + " " + link.address()).toLowerCase(Locale.ROOT).contains("comment");
    }
}

package io.dyadwire.ingest.page;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** What stands among the words of an article without being words of it: captions, credits, lists of links, buttons. */
final class Boilerplate {
    private static final String SILENT = "script, style, noscript, template, iframe, button, figcaption";

    private static final Evaluator BESIDE =
            QueryParser.parse("nav, aside, footer, form, dialog, [hidden], [aria-hidden=true],"
                    + " [role=navigation], [role=complementary], [role=dialog], [role=contentinfo], [role=search]");

    /** Words of class and id that sites use for what is no article; whole words, as sites write them. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:^|[\\s_-])(?:(?:wp-)?caption(?:-text)?|credit|credits|copyright|image-?copy|imgcredit|bildunterschrift|"
                    + "share|sharing|social|newsletter|subscribe|related|recommended|teaser|teasers|comments?|"
                    + "advert|advertisement|adslot|promo|breadcrumbs?|author-?(?:box|bio|info)|tags|tag-?list|"
                    + "cookie|paywall|pagination|print-?only|screen-reader-text|visually-hidden|sr-only)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    private static final double MOSTLY_LINKS = 0.6;
    private static final double MUCH = 0.3;

    private Boilerplate() {}

    /** Takes it out of this tree. */
    static void strip(Element root) {
        root.select(SILENT).remove();
        int words = paragraphs(root);
        for (Element element : List.copyOf(root.getAllElements())) {
            if ((element.is(BESIDE) || isNamed(element)) && !holdsTheArticle(element, words)) {
                element.remove();
            }
        }
    }

    /** Lists and paragraphs that are links to elsewhere. */
    static void stripLinkLists(Element root) {
        for (Element list : root.select("ul, ol, dl, table, section, div, p")) {
            if (list.hasParent() && isMostlyLinks(list)) {
                list.remove();
            }
        }
    }

    static boolean isMostlyLinks(Element element) {
        int all = element.text().length();
        if (all == 0 || all > 2_000) {
            return false;
        }
        int links = element.select("a[href]").stream()
                .mapToInt(a -> a.text().length())
                .sum();
        return links > all * MOSTLY_LINKS && element.select("a[href]").size() > 1;
    }

    private static boolean isNamed(Element element) {
        return NAMED.matcher(element.className()).find()
                || NAMED.matcher(element.id()).find();
    }

    /** Some wrap the whole page in a form, or call the article "paywall": most of the words speak against it. */
    private static boolean holdsTheArticle(Element element, int words) {
        return element.nameIs("body")
                || element.nameIs("html")
                || paragraphs(element) > words * MUCH
                || !element.select("h1, main").isEmpty();
    }

    private static int paragraphs(Element element) {
        return element.select("p").stream().mapToInt(p -> p.text().length()).sum();
    }
}

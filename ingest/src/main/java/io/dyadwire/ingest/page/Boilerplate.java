package io.dyadwire.ingest.page;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

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

    /** Characters of the longest list of links. */
    private static final int SHORT = 2_000;

    private static final double MOSTLY_LINKS = 0.6;
    private static final double MUCH = 0.5;

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

    private static boolean isMostlyLinks(Element element) {
        LinkCount count = new LinkCount();
        NodeTraversor.filter(count, element);
        return count.all <= SHORT && count.links > 1 && count.linked > count.all * MOSTLY_LINKS;
    }

    /** Characters in all and in links; stops where there are too many to be a list of links. */
    private static final class LinkCount implements NodeFilter {
        private int all;
        private int linked;
        private int links;
        private @Nullable Node link;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                int length = text.text().strip().length();
                all += length;
                linked += link == null ? 0 : length;
            } else if (node.nameIs("a") && node.hasAttr("href")) {
                link = node;
                links++;
            }
            return all > SHORT ? FilterResult.STOP : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            link = node.equals(link) ? null : link;
            return FilterResult.CONTINUE;
        }
    }

    /** True for what lies in a part of the page that is not the article, whatever it holds. */
    static boolean isBeside(Element element) {
        for (Element part = element; part != null && !part.nameIs("body"); part = part.parent()) {
            if ((part.is(BESIDE) && !part.nameIs("form")) || isNamed(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Element element) {
        return (element.hasAttr("class") && NAMED.matcher(element.className()).find())
                || (element.hasAttr("id") && NAMED.matcher(element.id()).find());
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

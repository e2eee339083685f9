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
    private static final String SILENT = "script, style, noscript, template, iframe, button, figcaption,"
            // AMP has elements of its own for what others write in divs.
            + " amp-ad, amp-embed, amp-consent, amp-sidebar, amp-iframe, amp-list, amp-social-share,"
            + " amp-sticky-ad, amp-user-notification";

    private static final Evaluator BESIDE =
            QueryParser.parse("nav, aside, footer, form, dialog, [hidden], [aria-hidden=true],"
                    + " [role=navigation], [role=complementary], [role=dialog], [role=contentinfo], [role=search]");

    /** Words of class and id that sites use for what is no article; whole words, as sites write them. */
    private static final Pattern NAMED = named(
            "(?:wp-)?caption(?:-text)?|credit|credits|copyright|image-?copy|imgcredit"
                    + "|bildunterschrift|share|sharing|social|newsletter|subscribe|comments?|advert|advertisement|adslot"
                    + "|breadcrumbs?|author-?(?:box|bio|info)|tags|tag-?list|cookies?|consent|gdpr|taboola|outbrain"
                    + "|paywall|regwall|article-gate|pagination|print-?only|screen-reader-text|visually-hidden|sr-only");

    /** The same for what leads to other articles; without a link, it is a lead or a box of the article itself. */
    private static final Pattern NAMED_LEADING_ELSEWHERE = named("related|recommended|teasers?|promo|trending"
            + "|most-?(?:read|popular|viewed|shared)|more-on-this(?:-story)?");

    /** Characters of the longest list of links. */
    private static final int SHORT = 2_000;

    /** Characters of the shortest article. */
    private static final int LEAST_ARTICLE = 250;

    private static final double MOSTLY_LINKS = 0.6;
    private static final double MUCH = 0.5;

    /** What is hidden until somebody asks for more of it may be a part of the article; an overlay is less. */
    private static final double LITTLE = 0.2;

    private static final Evaluator HIDDEN = QueryParser.parse("[style~=(?i)display:\\s*none]");

    private Boilerplate() {}

    /** Takes it out of this tree. */
    static void strip(Element root) {
        root.select(SILENT).remove();
        int words = paragraphs(root);
        for (Element element : List.copyOf(root.getAllElements())) {
            boolean beside = element.is(BESIDE) || isNamed(element);
            if ((beside && !holdsTheArticle(element, words, MUCH))
                    || (element.is(HIDDEN) && !holdsTheArticle(element, words, LITTLE))) {
                element.remove();
            }
        }
    }

    /**
     * Other articles below or beside the page's own: the next ones of a page that never ends, teasers. Its own is the one
     * with the main heading; what stands in another {@code article} belongs to it unless it begins with a heading.
     */
    static void stripOtherArticles(Element root) {
        List<Element> articles = root.select("article").stream()
                .filter(article -> article.parents().stream().noneMatch(parent -> parent.nameIs("article")))
                .toList();
        Element own = articles.stream()
                .filter(article -> !article.select("h1").isEmpty() && paragraphs(article) >= LEAST_ARTICLE)
                .findFirst()
                .orElse(null);
        if (own != null) {
            articles.stream()
                    .filter(article -> !article.equals(own) && beginsWithHeading(article))
                    .forEach(Element::remove);
        }
    }

    private static boolean beginsWithHeading(Element article) {
        Element first = article.selectFirst("h1, h2, h3, h4, p");
        return first != null && !first.nameIs("p");
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

    private static Pattern named(String words) {
        return Pattern.compile("(?:^|[\\s_-])(?:" + words + ")(?:$|[\\s_-])", Pattern.CASE_INSENSITIVE);
    }

    private static boolean isNamed(Element element) {
        return !element.nameIs("blockquote")
                && (isNamed(element, NAMED) || (isNamed(element, NAMED_LEADING_ELSEWHERE) && leadsElsewhere(element)));
    }

    private static boolean isNamed(Element element, Pattern names) {
        return (element.hasAttr("class") && names.matcher(element.className()).find())
                || (element.hasAttr("id") && names.matcher(element.id()).find());
    }

    private static boolean leadsElsewhere(Element element) {
        return element.selectFirst("a[href]") != null
                || element.parents().stream().anyMatch(parent -> parent.nameIs("a") && parent.hasAttr("href"));
    }

    /** Some wrap the whole page in a form, or call the article "paywall": most of the words speak against it. */
    private static boolean holdsTheArticle(Element element, int words, double share) {
        return element.nameIs("body")
                || element.nameIs("html")
                || paragraphs(element) > words * share
                || !element.select("h1, main").isEmpty();
    }

    private static int paragraphs(Element element) {
        return element.select("p").stream().mapToInt(p -> p.text().length()).sum();
    }
}

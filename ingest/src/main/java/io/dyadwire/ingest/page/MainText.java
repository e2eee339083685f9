package io.dyadwire.ingest.page;

import io.dyadwire.ingest.text.PlainText;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of the article, without those around it. Three look for it: what the page itself calls its article, where most
 * of its sentences are ({@link Densest}), and Readability. Where the first two agree, that is it; else Readability's text,
 * or the fuller one around it. Where all find next to nothing, it is the text that the page gives to search engines.
 */
final class MainText {
    private static final Logger LOG = LoggerFactory.getLogger(MainText.class);

    /** Elements in which pages say that their article is. */
    private static final List<String> SAID = List.of("[itemprop=articleBody]", "article", "main, [role=main]");

    /** Less than this share of what the page calls its article is a miss. */
    private static final double TOO_LITTLE = 0.4;

    private static final double AGREED = 0.9;
    private static final double TOO_MUCH = 2;

    /** No article is as short as this. */
    private static final int LITTLE = 250;

    /** Several times what news pages have. */
    private static final int MAX_ELEMENTS = 8_000;

    private static final int MAX_DEPTH = 100;
    private static final int LONG_PARAGRAPH = 80;

    private MainText() {}

    static String of(Document document, URI url, PageMetadata metadata) {
        String shown = isOverLimit(document) ? paragraphs(document) : shown(document.clone(), url);
        if (shown.length() < LITTLE && !isOverLimit(document)) {
            shown = longer(shown, withoutScripts(document.clone(), url));
        }
        String told = PlainText.ofHtml(metadata.articleBody());
        String text = shown.length() < told.length() * TOO_LITTLE ? told : shown;
        return Lead.before(Lines.ofTheArticle(text), document, metadata.description());
    }

    private static String longer(String a, String b) {
        return a.length() >= b.length() ? a : b;
    }

    private static String shown(Document page, URI url) {
        Boilerplate.strip(page);
        Boilerplate.stripOtherArticles(page);
        String said = said(page);
        String dense = text(Densest.of(page.body()).clone());
        if (agree(said, dense)) {
            return said.length() < dense.length() ? said : dense;
        }
        String found = text(readable(page, url));
        String best = isFuller(dense, found) ? dense : found;
        return best.length() < said.length() * TOO_LITTLE ? said : best;
    }

    /** Where the page says its article is, there most of its sentences are: no need to search further. */
    private static boolean agree(String said, String dense) {
        return Math.min(said.length(), dense.length())
                >= Math.max(LITTLE, AGREED * Math.max(said.length(), dense.length()));
    }

    /** Readability drops lists, tables and parts of the text that stand apart; a lot more than it found is noise. */
    private static boolean isFuller(String dense, String found) {
        return dense.length() > found.length() && dense.length() < found.length() * TOO_MUCH;
    }

    /** Some pages show their article by a script, and keep it for those without. */
    private static String withoutScripts(Document page, URI url) {
        page.select("noscript").stream()
                .filter(part -> part.text().length() >= LITTLE)
                .toList()
                .forEach(Element::unwrap);
        return shown(page, url);
    }

    /** The time that the search takes grows with the square of a page; some pages are made to burn it. */
    private static boolean isOverLimit(Document document) {
        int[] elements = {0};
        boolean[] over = {false};
        NodeTraversor.filter(
                (node, depth) -> {
                    elements[0] += node instanceof Element ? 1 : 0;
                    over[0] = elements[0] > MAX_ELEMENTS || depth > MAX_DEPTH;
                    return over[0] ? FilterResult.STOP : FilterResult.CONTINUE;
                },
                document);
        return over[0];
    }

    private static String paragraphs(Document document) {
        return document.select("p").stream()
                .map(PlainText::of)
                .filter(text -> text.length() >= LONG_PARAGRAPH)
                .collect(Collectors.joining("\n"));
    }

    private static String said(Document page) {
        for (String selector : SAID) {
            String longest = "";
            for (Element part : page.select(selector)) {
                Element copy = part.clone();
                Boilerplate.stripLinkLists(copy);
                String text = PlainText.of(copy);
                longest = text.length() > longest.length() ? text : longest;
            }
            if (!longest.isBlank()) {
                return longest;
            }
        }
        return "";
    }

    private static String text(@Nullable Element content) {
        if (content == null) {
            return "";
        }
        Boilerplate.stripLinkLists(content);
        return PlainText.of(content);
    }

    private static @Nullable Element readable(Document page, URI url) {
        try {
            return new Readability4JExtended(url.toString(), page).parse().getArticleContent();
        } catch (RuntimeException | StackOverflowError e) {
            // It gives up on odd trees in many ways; the page then has no text, which its caller sees.
            LOG.atDebug().addKeyValue("url", url).setCause(e).log("Page could not be read");
            return null;
        }
    }
}

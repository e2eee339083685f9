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
 * The words of the article, without those around it. Readability finds the part of the page; where it finds next to
 * nothing, the part that the page itself calls its article is taken, or the text that it gives to search engines.
 */
final class MainText {
    private static final Logger LOG = LoggerFactory.getLogger(MainText.class);

    /** Elements in which pages say that their article is. */
    private static final List<String> SAID = List.of("[itemprop=articleBody]", "article", "main, [role=main]");

    /** Less than this share of what the page calls its article is a miss. */
    private static final double TOO_LITTLE = 0.4;

    /** Several times what news pages have. */
    private static final int MAX_ELEMENTS = 8_000;

    private static final int MAX_DEPTH = 100;
    private static final int LONG_PARAGRAPH = 80;

    private MainText() {}

    static String of(Document document, URI url, PageMetadata metadata) {
        String shown = isOverLimit(document) ? paragraphs(document) : shown(document.clone(), url);
        String told = PlainText.ofHtml(metadata.articleBody());
        String text = shown.length() < told.length() * TOO_LITTLE ? told : shown;
        return Lead.before(Lines.ofTheArticle(text), document, metadata.description());
    }

    private static String shown(Document page, URI url) {
        Boilerplate.strip(page);
        String said = said(page);
        String found = text(readable(page, url));
        return found.length() < said.length() * TOO_LITTLE ? said : found;
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

package io.dyadwire.ingest.page;

import io.dyadwire.ingest.text.PlainText;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The paragraph between headline and article. Many pages keep it in their head, away from the rest; what they give to
 * search engines as their description is how it is found.
 */
final class Lead {
    private static final int ENOUGH = 50;
    private static final int MAX = 1_000;

    private Lead() {}

    /** The text with the lead before it, where the page shows one that the text does not hold. */
    static String before(String text, Document document, @Nullable String description) {
        String start = Optional.ofNullable(description)
                .map(PlainText::lineOfHtml)
                .map(line -> line.substring(0, Math.min(line.length(), ENOUGH)))
                .orElse("");
        if (start.length() < ENOUGH || text.isBlank() || text.replace('\n', ' ').contains(start)) {
            return text;
        }
        return shown(document, start).map(lead -> lead + "\n" + text).orElse(text);
    }

    /** The smallest element of the page that shows these words. */
    private static Optional<String> shown(Document document, String start) {
        return document.body().getElementsContainingOwnText(start.substring(0, ENOUGH / 2)).stream()
                .map(PlainText::of)
                .filter(lead -> lead.startsWith(start) && lead.length() <= MAX)
                .findFirst();
    }
}

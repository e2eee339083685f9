package io.dyadwire.ingest.feed;

import io.dyadwire.ingest.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What an item is called: its title, else the first line of its text, cut between words. */
final class Headline {
    private static final int MAX = 120;
    private static final int MAX_HTML = 20_000;

    private Headline() {}

    /** @param title in one line; the texts are HTML */
    static String of(String title, @Nullable String summary, @Nullable String content, Problems problems) {
        if (!title.isBlank()) {
            return title;
        }
        String html = summary == null ? content == null ? "" : content : summary;
        String words = firstLine(PlainText.ofHtml(html.substring(0, Math.min(html.length(), MAX_HTML))));
        problems.add(
                words.isBlank()
                        ? "an item has neither title nor text"
                        : "an item without a title is called by its first words");
        return words;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return PlainText.cut(end < 0 ? text : text.substring(0, end), MAX, "…");
    }
}

package io.dyadwire.runner.demo;

import io.dyadwire.contract.Check;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article of the newsroom.
 *
 * @param slug names it in its publication's links
 * @param published when it appears, UTC
 * @param text paragraphs, an empty line between two
 * @param carries {@code publication/slug} of another publication's article that this one links to; then the rest but
 *     {@code published} is that one's
 */
record Story(
        @Nullable String slug,
        Instant published,
        @Nullable String title,
        List<String> authors,
        List<String> categories,
        @Nullable String text,
        @Nullable String carries) {
    Story {
        Check.present("published", published);
        Check.that(
                carries != null || (slug != null && title != null && text != null),
                "a story needs slug, title and text, or carries; published " + published);
        authors = authors == null ? List.of() : List.copyOf(authors);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }

    /** The paragraphs, each on one line. */
    List<String> paragraphs() {
        return Arrays.stream(text.strip().split("\\n\\s*\\n"))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .toList();
    }
}

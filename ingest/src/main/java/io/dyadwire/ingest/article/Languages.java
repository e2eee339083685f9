package io.dyadwire.ingest.article;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language that a feed claims, as a BCP 47 tag. */
public final class Languages {
    private Languages() {}

    /** {@code en_us} becomes {@code en-US}; what is no tag becomes nothing. */
    public static Optional<String> tag(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return Optional.empty();
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(said.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return tag.equals("und") ? Optional.empty() : Optional.of(tag);
        } catch (IllformedLocaleException e) {
            return Optional.empty(); // "English", "en utf-8": a claim that says nothing to a program
        }
    }
}

package io.dyadwire.alerts.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.dyadwire.contract.article.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of what a rule asks, and whether an article satisfies it.
 *
 * @param key keywords, pairs, countries or topics: whose condition this is; absent for the parts of one
 * @param asks the part in the rule language, such as {@code NOT football}
 * @param blocks whether it is among what keeps the rule from firing: something that is missing, or, within a NOT, something
 *     that is there
 * @param words what satisfies it; the first {@value #MAX_WORDS}, and none for what is put together from parts
 * @param note what is known of it beside the words, or how near it came; absent when there is nothing to say
 */
public record Condition(
        @Nullable String key,
        String asks,
        Kind kind,
        boolean holds,
        boolean blocks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Words> words,
        @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Condition> parts) {
    static final int MAX_WORDS = 20;

    public Condition {
        words = List.copyOf(words);
        parts = List.copyOf(parts);
    }

    /** How it is put together. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** All of the parts. */
        ALL,
        /** Any of the parts. */
        ANY,
        /** Not the part. */
        NOT,
        /** Both parts, near each other. */
        NEAR,
        /** The part, in the title only or in the text only. */
        WITHIN,
        /** A word or phrase of the article. */
        WORDS,
        /** Something that is known of the article: its countries, language, address… */
        FACT
    }

    /**
     * Words of the article, UTF-16 code units, {@code end} exclusive.
     *
     * @param text the words themselves, of long ones the beginning, with "…" at its end
     */
    public record Words(Field field, int start, int end, String text) {}
}

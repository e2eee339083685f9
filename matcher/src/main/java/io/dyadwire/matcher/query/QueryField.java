package io.dyadwire.matcher.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a query can ask of an article beside its words: {@code pair:JPN-KOR}. */
public enum QueryField {
    /** The words of the title. */
    TITLE,
    /** The words of the text. */
    TEXT,
    /** A country that the article is about, ISO 3166-1 alpha-3. */
    COUNTRY,
    /** Two countries between whom something is reported. */
    PAIR,
    /** The slug of a topic. */
    TOPIC,
    /** The id of the feed. */
    SOURCE,
    /** The language of the text, BCP 47; {@code en} is also asked of {@code en-GB}. */
    LANGUAGE,
    /** The publisher's name. */
    PUBLISHER,
    /** The name of one of the authors. */
    AUTHOR,
    /** One of the feed's own categories. */
    CATEGORY,
    /** The address: its host, a domain above it, or a folder or page there; or a regular expression. */
    URL,
    /** The day of something due. */
    DEADLINE,
    /** How much of the article the countries and pairs fill that the query names, 0 to 1. */
    SALIENCE;

    /** As it is written before the colon. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QueryField> named(String written) {
        return Arrays.stream(values())
                .filter(field -> field.written().equalsIgnoreCase(written))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(QueryField::written).collect(Collectors.joining(", "));
    }

    /** Whether words are looked for in it. */
    boolean hasWords() {
        return this == TITLE || this == TEXT;
    }
}

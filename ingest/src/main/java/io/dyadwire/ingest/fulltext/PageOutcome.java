package io.dyadwire.ingest.fulltext;

import java.util.Locale;

/** What became of the page of one article; all but {@link #TAKEN} leave the article with its feed's text. */
public enum PageOutcome {
    TAKEN,
    /** Left out: more pages in one poll than we fetch. */
    OVER_LIMIT,
    /** The time that a poll may take for pages was over. */
    OUT_OF_TIME,
    ROBOTS_DISALLOW,
    ROBOTS_UNREACHABLE,
    /** The site wants longer pauses than we wait. */
    CRAWL_DELAY,
    /** {@code X-Robots-Tag} asks programs to keep nothing of it. */
    ROBOTS_TAG,
    /** No connection, no answer in time, or an address that we do not go to. */
    NO_ANSWER,
    TOO_LARGE,
    /** 401, 403 and their like. */
    DENIED,
    /** 404, 410. */
    MISSING,
    /** 429, 503: this poll asks the site for no more pages. */
    BUSY,
    /** Any other status. */
    BAD_STATUS,
    NOT_HTML,
    /** Nothing that looks like an article, or less than the feed gave. */
    TOO_SHORT,
    /** Its beginning only: it says that the rest is for subscribers. */
    PAYWALL,
    /** About something else: a wall of consent, an error page that claims success. */
    OTHER_ARTICLE,
    /** A mistake of ours. */
    MISTAKE;

    /** As a label of a metric: {@code robots-disallow}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

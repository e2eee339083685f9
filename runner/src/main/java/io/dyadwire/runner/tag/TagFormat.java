package io.dyadwire.runner.tag;

/** In which form a tagged article is written. */
enum TagFormat {
    /** For a person. */
    TEXT,
    /** As on {@code news.tagged}. */
    JSON,
    /** IPTC ninjs 3.1. */
    NINJS
}

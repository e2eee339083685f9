package io.dyadwire.contract.feed;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a feed is, in a word. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum FeedHealth {
    /** It answers, and has news as often as it used to; also before its first poll. */
    OK,
    /** It answers, but it was lively once and has had no news for long. */
    QUIET,
    /** The last poll gave no feed; it is tried again, ever more seldom. */
    FAILING,
    /** No poll gave a feed for a fortnight; it is still tried about once a day. */
    DEAD,
    /** The server said that it is gone for good (HTTP 410). */
    GONE
}

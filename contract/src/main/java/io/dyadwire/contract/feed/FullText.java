package io.dyadwire.contract.feed;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether the page that an item links to is fetched for the whole text. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum FullText {
    /** What the feed says is all. */
    NEVER,
    /** Only where the feed brings no more than a summary. */
    SUMMARY_ONLY,
    /** For each item. */
    ALWAYS
}

package io.dyadwire.ingest.feed;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where the address of an item comes from. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum LinkSource {
    /** The item's own link. */
    ITEM,
    /** An id that is an address and may be one. */
    GUID,
    /** What the item carries: the first enclosure, media file or page of comments. */
    ATTACHED,
    /** The item has none; the feed's site is where a reader would look. Many items share it: it identifies nothing. */
    SITE
}

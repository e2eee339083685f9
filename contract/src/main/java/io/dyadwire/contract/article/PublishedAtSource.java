package io.dyadwire.contract.article;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where {@code publishedAt} comes from. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum PublishedAtSource {
    /** The item's own publication date. */
    FEED,
    /** The item's date of last change, for want of a publication date. */
    FEED_UPDATED,
    /** The linked page. */
    PAGE,
    /** Nobody said, or what was said cannot be: {@code publishedAt} is absent. */
    NONE
}

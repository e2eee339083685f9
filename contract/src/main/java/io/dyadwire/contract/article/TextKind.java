package io.dyadwire.contract.article;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How much of the article {@code text} is. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum TextKind {
    /** What the feed says about it. */
    SUMMARY,
    /** The whole article. */
    FULL
}

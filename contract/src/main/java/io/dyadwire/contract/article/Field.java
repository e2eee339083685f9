package io.dyadwire.contract.article;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The part of an article that a span points into. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Field {
    TITLE,
    TEXT;

    /** That part of the article. */
    public String of(Article article) {
        return switch (this) {
            case TITLE -> article.title();
            case TEXT -> article.text();
        };
    }
}

package io.dyadwire.contract.rule;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a rule alerts to. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum AlertOn {
    /** Each article that matches. */
    ARTICLES,
    /** Deadlines found in articles: announced, confirmed, moved, in conflict, coming near, called off, met, passed. */
    DEADLINES
}

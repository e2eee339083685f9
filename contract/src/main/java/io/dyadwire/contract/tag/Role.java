package io.dyadwire.contract.tag;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a country is to an article. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Role {
    /** Its state, government, people, companies or territory takes part in what is reported. */
    ABOUT,
    /** It is named, no more. */
    MENTIONED
}

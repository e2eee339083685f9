package io.dyadwire.contract.tag;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The four kinds of TIMEX3. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DateKind {
    DATE,
    TIME,
    DURATION,
    SET
}

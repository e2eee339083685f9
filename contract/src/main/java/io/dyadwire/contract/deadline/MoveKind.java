package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a date was changed. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum MoveKind {
    /** Put off: what was to happen then happens later. */
    POSTPONED,
    /** Those who must act were given more time. */
    EXTENDED,
    /** It comes sooner. */
    BROUGHT_FORWARD
}

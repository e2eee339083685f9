package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a deadline stands. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DeadlineState {
    /** One publisher says so. */
    ANNOUNCED,
    /** Two independent publishers say so. */
    CONFIRMED,
    /** It was given another date. */
    MOVED,
    /** It was called off. */
    CANCELLED,
    /** It was put off, and no new date is known. */
    POSTPONED,
    /** It was done: decided, signed, held. */
    MET,
    /** Its day is over, and no outcome was seen. */
    PASSED
}

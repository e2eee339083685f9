package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What hangs on a date. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DeadlineKind {
    /** Something is due, must be decided, expires, lapses or takes effect by or on it. */
    DEADLINE,
    /** Something is scheduled for it. */
    EVENT
}

package io.dyadwire.contract.alert;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What was decided about one thing that one rule matched. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DecisionOutcome {
    /** The desk is told. */
    FIRED,
    /** It waits to be told together with others. */
    GROUPED,
    /** It waits for the digest. */
    DIGESTED,
    /** It waits for the end of a time in which the desk is not told. */
    MUTED,
    /** It waits for the end of a snooze. */
    SNOOZED,
    /** It waits, since the rule fires too often. */
    THROTTLED,
    /** Somebody silenced the rule or the desk. */
    SILENCED,
    /** Something that matters more was told. */
    INHIBITED,
    /** It adds nothing to what was told. */
    DEDUPLICATED,
    /** It was old news when we first saw it. */
    BACKFILL,
    /** It is further behind the newest than we remember what was told. */
    TOO_OLD,
    /** The day of the deadline was over. */
    OVER,
    /** It came too late to be of use: that a day has passed, long after it. */
    LATE,
    /** The desk is not there any more. */
    NO_DESK
}

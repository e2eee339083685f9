package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What an article says became of a deadline, where it gives no date to come. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DeadlineTurn {
    /** It was called off, dropped or scrapped. */
    CANCELLED,
    /** It was put off, and no new date is given. */
    POSTPONED,
    /** It was done, agreed or signed, took place or took effect. */
    MET,
    /** It is in doubt, may slip, is unlikely to be met. */
    DOUBTED,
    /** Somebody says that there is no such date. */
    DENIED
}

package io.dyadwire.contract.deadline;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How exactly a date is known. A month is not a day. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Precision {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}

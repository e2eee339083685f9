package io.dyadwire.contract.rule;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How much a rule matters to its desk, least first. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Severity {
    /** Good to know; can wait for a digest. */
    INFO,
    /** The usual. */
    WARNING,
    /** Wakes somebody up. */
    CRITICAL
}

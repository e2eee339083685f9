package io.dyadwire.contract.rule;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a rule is kept: who may change it. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum RuleOrigin {
    /** The rules file: it goes when it leaves the file. */
    FILE,
    /** The HTTP API: it stays until it is deleted there. */
    API
}

package io.dyadwire.contract.alert;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What somebody at a desk did with an alert. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DeskActionKind {
    /** Somebody has seen it: it is not repeated. */
    ACKNOWLEDGE,
    /** Nothing more of its group until a moment; then what has come meanwhile, together. */
    SNOOZE,
    /** It was worth being told. */
    USEFUL,
    /** It was not. */
    NOT_USEFUL
}

package io.dyadwire.contract.alert;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a delivery stands. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DeliveryState {
    /** To be tried, or to be tried again. */
    WAITING,
    /** The receiver has it. */
    DELIVERED,
    /** Given up. */
    FAILED
}

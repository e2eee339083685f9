package io.dyadwire.contract.alert;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a delivery ended. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum DeliveryState {
    DELIVERED,
    FAILED
}

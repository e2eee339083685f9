package io.dyadwire.contract.alert;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a desk's channel is. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum ChannelState {
    /** What is sent arrives. */
    UP,
    /** The last attempt failed; it is tried again. */
    FAILING,
    /** Given up, or told by the receiver to stop; nothing is sent until somebody switches it on. */
    OFF
}

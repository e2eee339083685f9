package io.dyadwire.contract.feed;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Who wants a feed. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum FeedOrigin {
    /** The list of feeds that ingest was started with: once it leaves that file, it is no longer polled. */
    FILE,
    /** Somebody, by a command: it stays until somebody takes it away. */
    COMMAND
}

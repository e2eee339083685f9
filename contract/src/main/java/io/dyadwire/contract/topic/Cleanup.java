package io.dyadwire.contract.topic;

/** How a topic gets rid of old records. */
public enum Cleanup {
    /** Records older than the retention go. */
    DELETE("delete"),
    /** The newest record of each key stays. */
    COMPACT("compact"),
    /** The newest record of each key stays, until it is older than the retention. */
    COMPACT_AND_DELETE("compact,delete");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** Kafka's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}

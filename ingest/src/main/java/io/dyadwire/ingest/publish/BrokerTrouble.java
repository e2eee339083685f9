package io.dyadwire.ingest.publish;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Kafka did not do what was asked. */
final class BrokerTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    enum Kind {
        /** It may work in a while. */
        AWAY,
        /** It never takes this record; others are fine. */
        REFUSED,
        /** Another one writes this partition now: it is no longer ours. */
        FENCED
    }

    private final Kind kind;

    BrokerTrouble(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static BrokerTrouble of(String doing, RuntimeException e) {
        Throwable cause = e instanceof KafkaException && e.getCause() != null ? e.getCause() : e;
        Kind kind = isFenced(e) || isFenced(cause)
                ? Kind.FENCED
                : isRefused(e) || isRefused(cause) ? Kind.REFUSED : Kind.AWAY;
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return switch (kind) {
            case FENCED -> new BrokerTrouble(kind, "another instance writes this partition", e);
            case REFUSED -> new BrokerTrouble(kind, "Kafka refuses the record: " + words, e);
            case AWAY -> new BrokerTrouble(kind, doing + " failed: " + words, e);
        };
    }

    Kind kind() {
        return kind;
    }

    private static boolean isFenced(Throwable e) {
        return e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException;
    }

    private static boolean isRefused(Throwable e) {
        return e instanceof RecordTooLargeException || e instanceof InvalidRecordException;
    }
}

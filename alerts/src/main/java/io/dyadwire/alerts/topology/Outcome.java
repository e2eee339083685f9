package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.deadletter.DeadLetter;

/** What a step makes of a record; one record can give several, or none. */
sealed interface Outcome {
    /** A desk is told something. */
    record Raised(Alert alert) implements Outcome {}

    /** The record could not be handled. */
    record Rejected(DeadLetter letter) implements Outcome {}
}

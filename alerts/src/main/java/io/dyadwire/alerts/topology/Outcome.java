package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.deadletter.DeadLetter;

/** What a step makes of a record; one record can give several, or none. */
sealed interface Outcome {
    /** A rule would like its desk to be told something. */
    record Proposed(Candidate candidate) implements Outcome {}

    /** A desk is told something. */
    record Raised(Alert alert) implements Outcome {}

    /** Why a desk is told or not. */
    record Decided(AlertDecision decision) implements Outcome {}

    /** The record could not be handled. */
    record Rejected(DeadLetter letter) implements Outcome {}
}

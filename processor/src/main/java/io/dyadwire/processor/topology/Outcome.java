package io.dyadwire.processor.topology;

import io.dyadwire.contract.deadletter.DeadLetter;

/** What a step made of a record: its result, or the reason why there is none. */
sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Rejected<T>(DeadLetter letter) implements Outcome<T> {}
}

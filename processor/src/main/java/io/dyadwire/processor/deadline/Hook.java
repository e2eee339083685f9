package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;

/**
 * How something hangs on a date.
 *
 * @param noun index of the event's noun behind the date ("the June 28 summit"); -1 when a clause says what happens
 * @param verb index of the word that says what is to come or was; -1 when there is none
 */
record Hook(DeadlineKind kind, double confidence, int noun, int verb) {}

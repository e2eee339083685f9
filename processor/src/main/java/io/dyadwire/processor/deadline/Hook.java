package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;

/**
 * How something hangs on a date.
 *
 * @param noun index of the event's noun behind the date ("the June 28 summit"); -1 when a clause says what happens
 */
record Hook(DeadlineKind kind, double confidence, int noun) {}

package io.dyadwire.alerts.topology;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is remembered of a deadline that a desk set itself.
 *
 * @param due the day it had then; another day starts anew
 * @param since when we first saw it with this day, by the clock
 * @param done every moment of the countdown up to here is done
 */
record OwnMark(LocalDate due, Instant since, Instant done) {}

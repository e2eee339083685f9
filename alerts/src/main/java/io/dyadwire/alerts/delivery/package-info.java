/**
 * Takes the alerts of the desks to their channels: a queue for each, attempts by a schedule over days, and what became of each
 * written down.
 */
@NullMarked
package io.dyadwire.alerts.delivery;

import org.jspecify.annotations.NullMarked;

/** Alerts on a terminal, for a person to read. */
@NullMarked
package io.dyadwire.alerts.notify.console;

import org.jspecify.annotations.NullMarked;

/** Deadlines as a calendar that others subscribe to: RFC 5545, with what RFC 7986 adds for feeds. */
@NullMarked
package io.dyadwire.alerts.calendar;

import org.jspecify.annotations.NullMarked;

/**
 * The rules and silences as they stand now: {@code news.rules} followed by every instance, and changed by one writer at a
 * time.
 */
@NullMarked
package io.dyadwire.alerts.live;

import org.jspecify.annotations.NullMarked;

/** Alerts with a hundred thousand rules, on a real broker in the process. */
@NullMarked
package io.dyadwire.bench.alerts;

import org.jspecify.annotations.NullMarked;

/** All deadlines as they stand, in memory, read from Kafka by every instance for itself. */
@NullMarked
package io.dyadwire.alerts.view;

import org.jspecify.annotations.NullMarked;

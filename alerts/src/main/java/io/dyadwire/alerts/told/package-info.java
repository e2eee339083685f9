/** What the desks were told lately, in memory, read from Kafka by every instance for itself; and what they did with it. */
@NullMarked
package io.dyadwire.alerts.told;

import org.jspecify.annotations.NullMarked;

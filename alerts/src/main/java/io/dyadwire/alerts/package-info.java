/**
 * Rules to alerts (Kafka Streams), alerts to people (plain consumers).
 * Front door: {@code AlertsService}.
 */
@NullMarked
package io.dyadwire.alerts;

import org.jspecify.annotations.NullMarked;

/** A real Kafka broker inside this process, for one machine: its folder, its settings, its start and end. */
@NullMarked
package io.dyadwire.runner.broker;

import org.jspecify.annotations.NullMarked;

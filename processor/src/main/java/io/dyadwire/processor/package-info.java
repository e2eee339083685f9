/**
 * Articles to tagged articles, pairs and deadlines, as one Kafka Streams topology.
 * Front door: {@code ProcessorService}.
 */
@NullMarked
package io.dyadwire.processor;

import org.jspecify.annotations.NullMarked;

/**
 * The durable side: one Kafka transaction a poll, and what was committed before.
 * After any doubt, the topic is read again; memory is never trusted over it.
 */
@NullMarked
package io.dyadwire.ingest.publish;

import org.jspecify.annotations.NullMarked;

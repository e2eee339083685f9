/**
 * Text to tokens, phrases and stored queries: which of N queries match this text, and where.
 * Knows nothing of Kafka, feeds or countries.
 */
@NullMarked
package io.dyadwire.matcher;

import org.jspecify.annotations.NullMarked;

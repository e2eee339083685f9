/**
 * The {@code dyadwire} command: each service by itself, or all in one process with an embedded broker.
 * Also the one-shot tools.
 */
@NullMarked
package io.dyadwire.runner;

import org.jspecify.annotations.NullMarked;

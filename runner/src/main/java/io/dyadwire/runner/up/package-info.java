/**
 * {@code dyadwire up}, {@code ingest}, {@code processor} and {@code alerts}: the services, all in one process with a broker
 * of their own, or one by itself.
 */
@NullMarked
package io.dyadwire.runner.up;

import org.jspecify.annotations.NullMarked;

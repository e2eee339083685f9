/**
 * The topology: articles in; tagged articles, pairs, pair activity, deadlines and dead letters out.
 * Decisions are pure functions; processors only read the store, ask, write and forward.
 */
@NullMarked
package io.dyadwire.processor.topology;

import org.jspecify.annotations.NullMarked;

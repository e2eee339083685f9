/**
 * Ten thousand feeds on loopback against one instance of ingest in a process of its own.
 * Front door: {@code ManyFeeds}.
 */
@NullMarked
package io.dyadwire.bench.feeds;

import org.jspecify.annotations.NullMarked;

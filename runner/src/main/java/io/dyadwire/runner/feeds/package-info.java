/**
 * The command {@code feeds}: what is polled and how it goes, and changing it while ingest runs. It works through the
 * topics, with whatever ingest polls.
 */
@NullMarked
package io.dyadwire.runner.feeds;

import org.jspecify.annotations.NullMarked;

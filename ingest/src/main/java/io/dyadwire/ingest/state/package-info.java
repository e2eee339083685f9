/**
 * What is remembered about every feed, and which article is known from where.
 * The truth is on {@code news.feeds}; this is its image in memory.
 */
@NullMarked
package io.dyadwire.ingest.state;

import org.jspecify.annotations.NullMarked;

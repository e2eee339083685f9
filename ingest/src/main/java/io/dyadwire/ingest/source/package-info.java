/**
 * Which feeds are wanted: the list in a file, and what is on {@code news.feed-sources}.
 * The topic is what counts; the file is applied to it.
 */
@NullMarked
package io.dyadwire.ingest.source;

import org.jspecify.annotations.NullMarked;

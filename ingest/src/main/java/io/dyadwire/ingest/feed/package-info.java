/**
 * The bytes of a feed to its items, whatever the format and however it was damaged on the way.
 * Front door: {@code FeedReader}.
 */
@NullMarked
package io.dyadwire.ingest.feed;

import org.jspecify.annotations.NullMarked;

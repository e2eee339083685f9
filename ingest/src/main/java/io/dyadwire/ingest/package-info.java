/**
 * Feeds to articles: polls, parses and publishes each item once.
 * Front door: {@code IngestService}.
 */
@NullMarked
package io.dyadwire.ingest;

import org.jspecify.annotations.NullMarked;

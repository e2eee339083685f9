/**
 * Asks a server for its feed: conditions, statuses and hints of HTTP, in our words.
 * Knows nothing of what is in the body.
 */
@NullMarked
package io.dyadwire.ingest.fetch;

import org.jspecify.annotations.NullMarked;

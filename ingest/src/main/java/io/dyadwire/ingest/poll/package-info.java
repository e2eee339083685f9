/**
 * One poll, from the request to what is to be published and remembered.
 * Decides; {@code publish} commits.
 */
@NullMarked
package io.dyadwire.ingest.poll;

import org.jspecify.annotations.NullMarked;

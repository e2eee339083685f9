/**
 * When each feed is asked next, and who may ask now.
 * Pure functions of history, answer and clock, and one loop that compares.
 */
@NullMarked
package io.dyadwire.ingest.schedule;

import org.jspecify.annotations.NullMarked;

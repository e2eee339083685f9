/**
 * What hangs on a date: finding deadlines and scheduled events in the sentences of an article, and following one
 * deadline over the articles that speak of it.
 */
@NullMarked
package io.dyadwire.processor.deadline;

import org.jspecify.annotations.NullMarked;

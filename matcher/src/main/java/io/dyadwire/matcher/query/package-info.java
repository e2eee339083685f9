/**
 * The language in which desks ask for words, and an index that tells which of N such queries match a text, and where.
 */
@NullMarked
package io.dyadwire.matcher.query;

import org.jspecify.annotations.NullMarked;

/**
 * All of N phrases found in one pass over the words of a text, at a cost that hardly depends on N.
 */
@NullMarked
package io.dyadwire.matcher.phrase;

import org.jspecify.annotations.NullMarked;

/**
 * A text cut once: words with offsets, sentences, and a small number for each word that anybody asks for.
 * Everything that reads articles works on these numbers and positions, never on strings again.
 */
@NullMarked
package io.dyadwire.matcher.text;

import org.jspecify.annotations.NullMarked;

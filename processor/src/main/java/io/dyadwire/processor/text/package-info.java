/** An article cut into tokens once, and the word lists that taggers share: every tagger reads the same cut. */
@NullMarked
package io.dyadwire.processor.text;

import org.jspecify.annotations.NullMarked;

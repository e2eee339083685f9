/** Puts the taggers together: one article in, the same article with all its tags out. */
@NullMarked
package io.dyadwire.processor.tag;

import org.jspecify.annotations.NullMarked;

/** Between which countries an article reports something: relation within sentences, not two names in one text. */
@NullMarked
package io.dyadwire.processor.pair;

import org.jspecify.annotations.NullMarked;

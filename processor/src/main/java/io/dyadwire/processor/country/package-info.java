/** Which countries an article names and which it is about, by names, demonyms, capitals, seats of power and leaders. */
@NullMarked
package io.dyadwire.processor.country;

import org.jspecify.annotations.NullMarked;

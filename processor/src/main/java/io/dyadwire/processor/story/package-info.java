/** Which articles tell the same story. */
@NullMarked
package io.dyadwire.processor.story;

import org.jspecify.annotations.NullMarked;

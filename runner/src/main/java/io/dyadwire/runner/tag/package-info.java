/** {@code dyadwire tag}: one article in, its tags out, with the words that prove them; or many, a line each. */
@NullMarked
package io.dyadwire.runner.tag;

import org.jspecify.annotations.NullMarked;

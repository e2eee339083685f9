/** {@code dyadwire deadlines}: what is due, as a table. */
@NullMarked
package io.dyadwire.runner.deadlines;

import org.jspecify.annotations.NullMarked;

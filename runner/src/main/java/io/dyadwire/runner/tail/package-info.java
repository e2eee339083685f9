/** The command {@code tail}: what flows on a topic, for a person or as JSON. */
@NullMarked
package io.dyadwire.runner.tail;

import org.jspecify.annotations.NullMarked;

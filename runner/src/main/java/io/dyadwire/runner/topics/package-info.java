/** The command {@code topics}: what topics there are, and whether a cluster has them. */
@NullMarked
package io.dyadwire.runner.topics;

import org.jspecify.annotations.NullMarked;

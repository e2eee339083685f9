/** {@code dyadwire rules} and {@code dyadwire silence}: what the desks ask for, on a cluster. */
@NullMarked
package io.dyadwire.runner.rules;

import org.jspecify.annotations.NullMarked;

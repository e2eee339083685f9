/** A hundred thousand open deadlines: how long a look at the clock takes, and how long a restart. */
@NullMarked
package io.dyadwire.bench.deadlines;

import org.jspecify.annotations.NullMarked;

/** How fast alerts leave, whatever becomes of other receivers. */
@NullMarked
package io.dyadwire.bench.delivery;

import org.jspecify.annotations.NullMarked;

/** A record that could not be handled, kept with the reason and where it came from. */
@NullMarked
package io.dyadwire.contract.deadletter;

import org.jspecify.annotations.NullMarked;

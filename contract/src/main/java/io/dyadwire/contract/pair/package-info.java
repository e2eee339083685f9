/** Two countries, and how much is written about them. */
@NullMarked
package io.dyadwire.contract.pair;

import org.jspecify.annotations.NullMarked;

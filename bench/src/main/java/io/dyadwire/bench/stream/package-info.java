/** How alerts reach many who follow a desk at once. */
@NullMarked
package io.dyadwire.bench.stream;

import org.jspecify.annotations.NullMarked;

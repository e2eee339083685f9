/** A fortnight of August 2019 to try everything on: a small newsroom over real HTTP, and a clock that runs faster. */
@NullMarked
package io.dyadwire.runner.demo;

import org.jspecify.annotations.NullMarked;

/** What operators ask a process: is it alive, is it ready, how much of what did it do. */
@NullMarked
package io.dyadwire.runner.ops;

import org.jspecify.annotations.NullMarked;

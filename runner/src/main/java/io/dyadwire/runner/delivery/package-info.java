/** The commands on the desks' channels: how each is, what became of each alert, sending again, and trying one. */
@NullMarked
package io.dyadwire.runner.delivery;

import org.jspecify.annotations.NullMarked;

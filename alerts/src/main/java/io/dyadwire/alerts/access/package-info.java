/** Who may ask for what over HTTP: tokens by name, each for some things and, where it says so, for some desks only. */
@NullMarked
package io.dyadwire.alerts.access;

import org.jspecify.annotations.NullMarked;

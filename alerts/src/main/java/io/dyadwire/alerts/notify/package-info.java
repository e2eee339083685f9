/**
 * From alerts to people: what the channels share. Each channel is a plain consumer in a package of its own; a dead one
 * holds up nobody else.
 */
@NullMarked
package io.dyadwire.alerts.notify;

import org.jspecify.annotations.NullMarked;

/** Alerts as an Atom feed (RFC 4287) to subscribe to. */
@NullMarked
package io.dyadwire.alerts.feed;

import org.jspecify.annotations.NullMarked;

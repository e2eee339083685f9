/** Channels that post to an address: what they have in common. */
@NullMarked
package io.dyadwire.alerts.channel.http;

import org.jspecify.annotations.NullMarked;

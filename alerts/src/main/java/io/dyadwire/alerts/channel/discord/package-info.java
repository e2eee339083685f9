/** Discord, by a webhook of a channel. */
@NullMarked
package io.dyadwire.alerts.channel.discord;

import org.jspecify.annotations.NullMarked;

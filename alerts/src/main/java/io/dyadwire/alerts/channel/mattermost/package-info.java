/** Mattermost, by an incoming webhook. */
@NullMarked
package io.dyadwire.alerts.channel.mattermost;

import org.jspecify.annotations.NullMarked;

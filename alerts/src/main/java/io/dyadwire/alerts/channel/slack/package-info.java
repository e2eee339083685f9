/** Slack, by an incoming webhook. */
@NullMarked
package io.dyadwire.alerts.channel.slack;

import org.jspecify.annotations.NullMarked;

/** Microsoft Teams, by a workflow that takes webhook requests. */
@NullMarked
package io.dyadwire.alerts.channel.teams;

import org.jspecify.annotations.NullMarked;

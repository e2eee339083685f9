/** What Alertmanager posts to its webhooks, for receivers that are made for it. */
@NullMarked
package io.dyadwire.alerts.channel.alertmanager;

import org.jspecify.annotations.NullMarked;

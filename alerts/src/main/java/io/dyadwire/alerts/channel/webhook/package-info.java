/** Standard Webhooks 1.0.0 with a body of CloudEvents 1.0.2. */
@NullMarked
package io.dyadwire.alerts.channel.webhook;

import org.jspecify.annotations.NullMarked;

/** Alerts by HTTP POST to a desk's own address, signed as Standard Webhooks 1.0.0 asks. */
@NullMarked
package io.dyadwire.alerts.notify.webhook;

import org.jspecify.annotations.NullMarked;

/** ntfy, a service that shows notifications on phones. */
@NullMarked
package io.dyadwire.alerts.channel.ntfy;

import org.jspecify.annotations.NullMarked;

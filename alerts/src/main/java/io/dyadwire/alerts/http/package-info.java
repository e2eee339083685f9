/** What the alerts service serves: deadlines as JSON and as a calendar, to this machine or to whoever has the token. */
@NullMarked
package io.dyadwire.alerts.http;

import org.jspecify.annotations.NullMarked;

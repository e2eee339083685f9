/** The ways by which an alert reaches a desk, what each needs, and the words in which it says it. */
@NullMarked
package io.dyadwire.alerts.channel;

import org.jspecify.annotations.NullMarked;

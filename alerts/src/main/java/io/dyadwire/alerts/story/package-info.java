/** What of an article an update is measured by, and whether it corrects an earlier one. */
@NullMarked
package io.dyadwire.alerts.story;

import org.jspecify.annotations.NullMarked;

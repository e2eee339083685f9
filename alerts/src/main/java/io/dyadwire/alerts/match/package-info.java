/**
 * Which rules an article or a deadline matches, and the sentences that prove it:
 * {@link io.dyadwire.alerts.match.RuleMatcher}.
 */
@NullMarked
package io.dyadwire.alerts.match;

import org.jspecify.annotations.NullMarked;

/**
 * From matches to alerts, desk by desk: silences, inhibition, routes, groups, stories, repeats, mute times, digests,
 * throttles and ratings, after Alertmanager. Pure but for {@link io.dyadwire.alerts.discipline.Memory}, which the topology keeps;
 * every outcome is a decision that can be read.
 */
@NullMarked
package io.dyadwire.alerts.discipline;

import org.jspecify.annotations.NullMarked;

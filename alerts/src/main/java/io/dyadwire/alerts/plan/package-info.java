/**
 * How a desk wants to be told: routes, groups, times in which it is not told, digests, and what is held back. Read from
 * {@code rules.yaml}; carried out by {@link io.dyadwire.alerts.discipline}.
 */
@NullMarked
package io.dyadwire.alerts.plan;

import org.jspecify.annotations.NullMarked;

/**
 * What the desks ask for: {@code rules.yaml} read strictly, every mistake named with its place, into a
 * {@link io.dyadwire.alerts.rules.RuleBook}.
 */
@NullMarked
package io.dyadwire.alerts.rules;

import org.jspecify.annotations.NullMarked;

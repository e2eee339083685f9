/**
 * Answers to whoever writes rules: {@link io.dyadwire.alerts.check.RuleExplainer} says why a rule fires on an article or
 * does not.
 */
@NullMarked
package io.dyadwire.alerts.check;

import org.jspecify.annotations.NullMarked;

/**
 * Answers to whoever writes rules: {@link io.dyadwire.alerts.check.RuleExplainer} says why a rule fires on an article or
 * does not, {@link io.dyadwire.alerts.check.RuleLint} what to look at before rules go live.
 */
@NullMarked
package io.dyadwire.alerts.check;

import org.jspecify.annotations.NullMarked;

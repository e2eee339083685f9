package io.dyadwire.alerts.live;

import io.dyadwire.contract.rule.Rule;
import java.time.Instant;

/**
 * A rule that no longer counts.
 *
 * @param rule as it was
 * @param at when it was removed: the time of the record that says so
 */
public record RemovedRule(Rule rule, Instant at) {}

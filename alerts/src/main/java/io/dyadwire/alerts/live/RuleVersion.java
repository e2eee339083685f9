package io.dyadwire.alerts.live;

import io.dyadwire.contract.rule.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it was put on {@code news.rules} at some time.
 *
 * @param at when, UTC
 * @param rule absent when it was deleted then
 */
public record RuleVersion(Instant at, @Nullable Rule rule) {}

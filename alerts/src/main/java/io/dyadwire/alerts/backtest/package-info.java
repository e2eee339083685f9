/** What rules would have done on the news of the past: {@link io.dyadwire.alerts.backtest.Backtest}. */
@NullMarked
package io.dyadwire.alerts.backtest;

import org.jspecify.annotations.NullMarked;

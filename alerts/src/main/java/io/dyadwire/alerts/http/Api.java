package io.dyadwire.alerts.http;

import io.dyadwire.alerts.backtest.Backtests;
import io.dyadwire.alerts.delivery.Deliveries;
import io.dyadwire.alerts.feed.FeedHub;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.live.RuleStore;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.Backlog;
import io.dyadwire.alerts.told.DeskActions;
import io.dyadwire.alerts.told.History;
import io.dyadwire.alerts.view.DeadlineView;
import io.dyadwire.alerts.view.PairView;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is served, by what it is made from.
 *
 * @param store where rules are changed; null as long as they are not followed
 * @param deadlines null as long as there are none
 * @param alerts the newest
 * @param actions where it is written down what is done with them; null as long as nothing can be
 * @param backlog alerts that are older than the newest; null as long as they cannot be read
 * @param history where articles are looked for; null as long as they cannot be
 * @param deliveries what became of alerts on the desks' channels; null as long as they are not followed
 * @param backtests null as long as no news can be read
 * @param pairs how much is written about each
 * @param problems what keeps the service from working, in words
 */
public record Api(
        LiveRules rules,
        Supplier<@Nullable RuleStore> store,
        Supplier<@Nullable DeadlineView> deadlines,
        AlertView alerts,
        Supplier<@Nullable DeskActions> actions,
        Supplier<@Nullable Backlog> backlog,
        Supplier<@Nullable History> history,
        Supplier<@Nullable Deliveries> deliveries,
        Supplier<@Nullable Backtests> backtests,
        PairView pairs,
        Supplier<List<String>> problems,
        InstantSource clock) {
    /** A server of it that does not listen yet. */
    public ApiServer server(HttpConfig config) {
        StreamApi streams = new StreamApi(rules, alerts, backlog);
        return new ApiServer(config, endpoints(streams, config.hub()), streams);
    }

    List<Endpoint> endpoints(StreamApi streams, @Nullable FeedHub hub) {
        return Stream.of(
                        new DeadlinesApi(deadlines, clock).endpoints(),
                        new RulesApi(rules, store, clock).endpoints(),
                        new SilencesApi(rules, store, clock).endpoints(),
                        new AlertsApi(rules, alerts, actions, clock).endpoints(),
                        new ArticlesApi(rules, history).endpoints(),
                        new DeliveriesApi(rules, deliveries, clock).endpoints(),
                        new BacktestsApi(rules, backtests, clock).endpoints(),
                        new PairsApi(pairs).endpoints(),
                        streams.endpoints(),
                        new FeedsApi(rules, alerts, hub).endpoints(),
                        new DesksApi(rules, problems).endpoints())
                .flatMap(List::stream)
                .toList();
    }
}

package io.dyadwire.alerts.http;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.live.RuleStore;
import io.dyadwire.alerts.view.DeadlineView;
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
 * @param problems what keeps the service from working, in words
 */
public record Api(
        LiveRules rules,
        Supplier<@Nullable RuleStore> store,
        Supplier<@Nullable DeadlineView> deadlines,
        Supplier<List<String>> problems,
        InstantSource clock) {
    /** A server of it that does not listen yet. */
    public ApiServer server(HttpConfig config) {
        return new ApiServer(config, endpoints());
    }

    List<Endpoint> endpoints() {
        return Stream.of(
                        new DeadlinesApi(deadlines, clock).endpoints(),
                        new RulesApi(rules, store, clock).endpoints(),
                        new SilencesApi(rules, store, clock).endpoints(),
                        new DesksApi(rules, problems).endpoints())
                .flatMap(List::stream)
                .toList();
    }
}

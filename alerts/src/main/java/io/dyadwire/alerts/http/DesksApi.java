package io.dyadwire.alerts.http;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.topic.Topics;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The desks that a caller knows, and how the service is. */
final class DesksApi {
    static final String DESKS = Endpoint.V1 + "/desks";
    static final String HEALTH = Endpoint.V1 + "/health";

    private final LiveRules rules;
    private final Supplier<List<String>> problems;

    /** @param problems what keeps the service from working, in words */
    DesksApi(LiveRules rules, Supplier<List<String>> problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /**
     * A desk.
     *
     * @param rules how many it has
     * @param topic where its alerts are on Kafka
     */
    record Shown(DeskId id, String name, ZoneId zone, long rules, String topic) {}

    record Desks(List<Shown> desks) {}

    record Health(boolean ready, List<String> problems) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(DESKS, null, Set.of(), this::list), Endpoint.get(HEALTH, null, Set.of(), this::health));
    }

    private Reply list(Request request) {
        Map<DeskId, Long> counts =
                rules.rules().stream().collect(Collectors.groupingBy(Rule::desk, Collectors.counting()));
        return Reply.json(new Desks(rules.desks().desks().stream()
                .filter(desk -> request.caller().knows(desk.id()))
                .map(desk -> shown(desk, counts.getOrDefault(desk.id(), 0L)))
                .toList()));
    }

    private static Shown shown(Desk desk, long rules) {
        return new Shown(
                desk.id(),
                desk.name(),
                desk.zone(),
                rules,
                Topics.alertsOf(desk.id()).name());
    }

    private Reply health(Request request) {
        List<String> now = problems.get();
        return Reply.json(new Health(now.isEmpty(), now))
                .as(now.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    }
}

package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.feed.AtomFeed;
import io.dyadwire.alerts.feed.FeedHub;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.Asked;
import io.dyadwire.alerts.told.Told;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The newest alerts of a desk, or of one of its rules, as an Atom feed. */
final class FeedsApi {
    static final String OF_DESK = "/feeds/{desk}.atom";
    static final String OF_RULE = "/feeds/{desk}/{rule}.atom";

    /** Entries of a feed. */
    static final int MOST = 100;

    private final LiveRules rules;
    private final AlertView view;
    private final @Nullable FeedHub hub;

    /** @param hub that tells readers of changes; null when there is none */
    FeedsApi(LiveRules rules, AlertView view, @Nullable FeedHub hub) {
        this.rules = rules;
        this.view = view;
        this.hub = hub;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(OF_DESK, Scope.ALERTS_READ, Set.of(), this::ofDesk),
                Endpoint.get(OF_RULE, Scope.ALERTS_READ, Set.of(), this::ofRule));
    }

    private Reply ofDesk(Request request) {
        Desk desk = desk(request);
        return feed(desk.id().value(), "Alerts: " + desk.name(), desk.id(), null);
    }

    private Reply ofRule(Request request) {
        Desk desk = desk(request);
        RuleId id = request.step("rule", RuleId::new);
        Rule rule = rules.rule(id);
        if (rule == null || !rule.desk().equals(desk.id())) {
            throw RefusedException.notFound("desk '" + desk.id() + "' has no rule '" + id + "'");
        }
        return feed(desk.id() + "/" + id, "Alerts: " + desk.name() + ", " + rule.name(), desk.id(), id);
    }

    private Desk desk(Request request) {
        DeskId id = request.step("desk", DeskId::new);
        request.mustKnow(id);
        Desk desk = rules.desks().find(id);
        if (desk == null) {
            throw RefusedException.notFound("there is no desk '" + id + "'");
        }
        return desk;
    }

    private Reply feed(String id, String title, DeskId desk, @Nullable RuleId rule) {
        if (!view.isComplete()) {
            throw RefusedException.notYet("the alerts are still being read");
        }
        List<Alert> alerts = view.find(new Asked(desk, rule, null, null, null, null, null), null)
                .limit(MOST)
                .map(Told::alert)
                .toList();
        Reply reply = Reply.of("application/atom+xml; charset=utf-8", AtomFeed.of(id, title, hub, alerts));
        return hub == null ? reply : reply.with("Link", hub.links(AtomFeed.path(id)));
    }
}

package io.dyadwire.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.ActionForm;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.Asked;
import io.dyadwire.alerts.told.DeskActions;
import io.dyadwire.alerts.told.Moment;
import io.dyadwire.alerts.told.Told;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.alert.DeskActionKind;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The newest alerts, and what somebody does with one. */
final class AlertsApi {
    static final String ALERTS = Endpoint.V1 + "/alerts";
    static final String ALERT = ALERTS + "/{id}";
    static final Set<String> PARAMETERS =
            Set.of("desk", "rule", "pair", "type", "severity", "since", "until", "limit", Cursor.AFTER);

    private final LiveRules rules;
    private final AlertView view;
    private final Supplier<@Nullable DeskActions> actions;
    private final InstantSource clock;

    /** @param actions null as long as nothing can be written down */
    AlertsApi(LiveRules rules, AlertView view, Supplier<@Nullable DeskActions> actions, InstantSource clock) {
        this.rules = rules;
        this.view = view;
        this.actions = actions;
        this.clock = clock;
    }

    /** Each as on {@code news.alerts}. */
    record Alerts(List<JsonNode> alerts, @Nullable String next) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALERTS, Scope.ALERTS_READ, PARAMETERS, this::list),
                Endpoint.get(ALERT, Scope.ALERTS_READ, Set.of(), this::show),
                Endpoint.post(ALERT + "/ack", Scope.ALERTS_WRITE, this::acknowledge),
                Endpoint.post(ALERT + "/snooze", Scope.ALERTS_WRITE, this::snooze),
                Endpoint.post(ALERT + "/rate", Scope.ALERTS_WRITE, this::rate));
    }

    private Reply list(Request request) {
        Parameters parameters = request.parameters();
        DeskId desk = parameters.desk(rules.desks());
        Asked asked = new Asked(
                desk,
                parameters.read("rule", RuleId::new, "the id of a rule"),
                parameters.read("pair", Pair::new, "two ISO 3166 alpha-3 codes in alphabetical order, such as JPN-KOR"),
                parameters.oneOf("type", AlertType.values()),
                parameters.oneOf("severity", Severity.values()),
                parameters.moment("since"),
                parameters.moment("until"));
        Moment after = parameters.read(Cursor.AFTER, AlertsApi::moment, "the 'next' of a page: leave it out to begin");
        Stream<Told> found = complete().find(asked, after).filter(told -> request.caller()
                .knows(told.moment().desk()));
        Page<Told> page = Page.of(found, parameters, AlertsApi::place);
        return Reply.json(new Alerts(page.items().stream().map(AlertsApi::json).toList(), page.next()));
    }

    private static String place(Told told) {
        Moment moment = told.moment();
        return moment.at() + " " + moment.desk() + " " + moment.offset();
    }

    private static Moment moment(String cursor) {
        String[] parts = Cursor.place(cursor).split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException();
        }
        return new Moment(Instant.parse(parts[0]), new DeskId(parts[1]), Long.parseLong(parts[2]));
    }

    private static JsonNode json(Told told) {
        try {
            return Json.mapper().readTree(told.whole().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("was read as an alert before", e);
        }
    }

    private Reply show(Request request) {
        return Reply.json(json(known(request)));
    }

    private Reply acknowledge(Request request) throws InterruptedException {
        return act(request, DeskActionKind.ACKNOWLEDGE);
    }

    private Reply snooze(Request request) throws InterruptedException {
        return act(request, DeskActionKind.SNOOZE);
    }

    private Reply rate(Request request) throws InterruptedException {
        return act(request, null);
    }

    /** @param kind null for the one that the verdict in the body says */
    private Reply act(Request request, @Nullable DeskActionKind kind) throws InterruptedException {
        Alert alert = known(request).alert();
        AlertNotice notice = alert.notice();
        if (notice == null) {
            throw new RefusedException(HttpStatus.CONFLICT, "the alert is older than this can be done with");
        }
        DeskActions log = actions.get();
        if (log == null) {
            throw RefusedException.notYet("nothing can be written down yet");
        }
        Instant now = clock.instant();
        ActionForm form = read(request.body(), kind, now);
        DeskAction action = new DeskAction(
                form.kind(),
                alert.desk(),
                alert.id(),
                alert.rule().id(),
                notice.group(),
                request.caller().name(),
                now,
                form.until(),
                form.comment());
        log.write(action);
        return Reply.json(action);
    }

    private static ActionForm read(ObjectNode body, @Nullable DeskActionKind kind, Instant now) {
        try {
            return kind == null ? ActionForm.rating(body) : ActionForm.read(body, kind, now);
        } catch (RulesException e) {
            throw RefusedException.mistaken(e.mistakes());
        }
    }

    private Told known(Request request) {
        AlertId id = request.step("id", AlertId::new);
        Told told = complete().find(id);
        if (told == null || !request.caller().knows(told.moment().desk())) {
            throw RefusedException.notFound("there is no such alert among the newest that are kept here");
        }
        return told;
    }

    private AlertView complete() {
        if (!view.isComplete()) {
            throw RefusedException.notYet("the alerts are still being read");
        }
        return view;
    }
}

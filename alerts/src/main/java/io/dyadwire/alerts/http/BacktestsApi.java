package io.dyadwire.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.backtest.Backtests;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.Mistake;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RuleForm;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draft rules over the news that is kept: one backtest at a time, with its progress and what came of it. */
final class BacktestsApi {
    static final String BACKTEST = Endpoint.V1 + "/rules/backtest";
    static final String SHOWN = Endpoint.V1 + "/backtests/{id}";
    static final int MOST_RULES = 100;
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration SINCE = Duration.ofDays(7);

    private final LiveRules live;
    private final Supplier<@Nullable Backtests> backtests;
    private final InstantSource clock;

    /** @param backtests null as long as no news can be read */
    BacktestsApi(LiveRules live, Supplier<@Nullable Backtests> backtests, InstantSource clock) {
        this.live = live;
        this.backtests = backtests;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(BACKTEST, Scope.RULES_WRITE, this::start),
                Endpoint.get(SHOWN, Scope.RULES_READ, Set.of(), this::show),
                Endpoint.delete(SHOWN, Scope.RULES_WRITE, this::cancel));
    }

    private Reply start(Request request) {
        Backtests all = ready();
        ObjectNode body = request.body(Set.of("since", "rules"));
        Instant since = clock.instant().minus(since(body.path("since")));
        RuleBook book = new RuleBook(live.desks().desks(), drafts(request, body.path("rules")));
        Backtests.Shown started = all.start(book, since, request.caller().name());
        if (started == null) {
            throw new RefusedException(
                    HttpStatus.TOO_MANY_REQUESTS, "another backtest is running here; ask again when it has ended");
        }
        return Reply.json(started).as(HttpStatus.ACCEPTED).with("Location", Endpoint.V1 + "/backtests/" + started.id());
    }

    private List<Rule> drafts(Request request, JsonNode forms) {
        if (!forms.isArray() || forms.isEmpty() || forms.size() > MOST_RULES) {
            throw RefusedException.mistaken(List.of(new Mistake(
                    "rules", "must be a list of 1 to " + MOST_RULES + " rules, each as rules.yaml has it")));
        }
        List<Rule> rules = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            String place = "rules[" + i + "]";
            try {
                RuleId id = new RuleId(forms.get(i).path("id").asText("draft-" + (i + 1)));
                Rule rule = RuleForm.read(forms.get(i), id, request.desks(live.desks(), forms.get(i)));
                if (rules.stream().anyMatch(other -> other.id().equals(id))) {
                    mistakes.add(new Mistake(place + ".id", "'" + id + "' is there twice"));
                }
                rules.add(rule);
            } catch (RulesException e) {
                e.mistakes().forEach(one -> mistakes.add(new Mistake(place + "." + one.path(), one.detail())));
            } catch (IllegalArgumentException e) {
                mistakes.add(new Mistake(place, String.valueOf(e.getMessage())));
            }
        }
        if (!mistakes.isEmpty()) {
            throw RefusedException.mistaken(mistakes);
        }
        return rules;
    }

    private static Duration since(JsonNode text) {
        if (text.isMissingNode()) {
            return SINCE;
        }
        try {
            Duration since = Duration.parse(text.asText());
            if (since.isPositive() && since.compareTo(LONGEST) <= 0) {
                return since;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw RefusedException.mistaken(
                List.of(new Mistake("since", "is not a time such as P7D, of at most P" + LONGEST.toDays() + "D")));
    }

    private Reply show(Request request) {
        return Reply.json(known(request));
    }

    private Reply cancel(Request request) {
        ready().cancel(known(request).id());
        return Reply.DONE;
    }

    /** Whoever asked for it sees it, for another it is not there. */
    private Backtests.Shown known(Request request) {
        String id = request.step("id", text -> text);
        Backtests.Shown shown = ready().find(id);
        if (shown == null || !shown.by().equals(request.caller().name())) {
            throw RefusedException.notFound("there is no such backtest of yours on this instance");
        }
        return shown;
    }

    private Backtests ready() {
        Backtests all = backtests.get();
        if (all == null) {
            throw RefusedException.notYet("no news can be read yet");
        }
        return all;
    }
}

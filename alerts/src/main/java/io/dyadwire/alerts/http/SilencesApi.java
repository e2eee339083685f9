package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.live.RuleStore;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.alerts.rules.Mistake;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.SilenceForm;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists, shows, adds and ends silences; those that are on and that will be. */
final class SilencesApi {
    static final String SILENCES = Endpoint.V1 + "/silences";
    static final String SILENCE = SILENCES + "/{id}";
    static final Set<String> PARAMETERS = Set.of("desk", "limit", Cursor.AFTER);

    private static final Logger LOG = LoggerFactory.getLogger(SilencesApi.class);

    private final LiveRules live;
    private final Supplier<@Nullable RuleStore> store;
    private final InstantSource clock;

    /** @param store null as long as the rules are not followed */
    SilencesApi(LiveRules live, Supplier<@Nullable RuleStore> store, InstantSource clock) {
        this.live = live;
        this.store = store;
        this.clock = clock;
    }

    /** As on {@code news.rules}, without its kind. */
    record Shown(
            String id,
            DeskId desk,
            @Nullable RuleId rule,
            Instant from,
            Instant until,
            String by,
            @Nullable String comment) {
        private static Shown of(Silence one) {
            return new Shown(one.id(), one.desk(), one.rule(), one.from(), one.until(), one.by(), one.comment());
        }
    }

    record Silences(List<Shown> silences, @Nullable String next) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(SILENCES, Scope.RULES_READ, PARAMETERS, this::list),
                Endpoint.get(SILENCE, Scope.RULES_READ, Set.of(), this::show),
                Endpoint.post(SILENCES, Scope.RULES_WRITE, this::add),
                Endpoint.delete(SILENCE, Scope.RULES_WRITE, this::end));
    }

    private Reply list(Request request) {
        Parameters parameters = request.parameters();
        followed();
        DeskId desk = parameters.desk(live.desks());
        String after = Cursor.read(parameters);
        Stream<Silence> wanted = lasting()
                .filter(one -> desk == null ? request.caller().knows(one.desk()) : desk.equals(one.desk()))
                .sorted(Comparator.comparing(Silence::id))
                .filter(one -> after == null || one.id().compareTo(after) > 0);
        Page<Silence> page = Page.of(wanted, parameters, Silence::id);
        return Reply.json(new Silences(page.items().stream().map(Shown::of).toList(), page.next()));
    }

    private Stream<Silence> lasting() {
        Instant now = clock.instant();
        return live.silences().stream().filter(one -> one.until().isAfter(now));
    }

    private Reply show(Request request) {
        followed();
        String id = request.step("id", text -> text);
        return lasting()
                .filter(one -> one.id().equals(id) && request.caller().knows(one.desk()))
                .findFirst()
                .map(one -> Reply.json(Shown.of(one)))
                .orElseThrow(SilencesApi::notThere);
    }

    private Reply add(Request request) throws InterruptedException {
        RuleStore rules = followed();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Silence asked = read(request, now);
        rules.write(there -> adding(asked, there), now);
        LOG.atInfo()
                .addKeyValue("silence", asked.id())
                .addKeyValue("desk", asked.desk())
                .addKeyValue("until", asked.until())
                .addKeyValue("by", asked.by())
                .log("a silence was added");
        return Reply.json(Shown.of(asked)).created(SILENCES + "/" + asked.id());
    }

    private Silence read(Request request, Instant now) {
        try {
            String id = UUID.randomUUID().toString().substring(0, 8);
            return SilenceForm.read(
                    request.body(), id, request.caller().name(), now, request.desks(live.desks(), request.body()));
        } catch (RulesException e) {
            throw RefusedException.mistaken(e.mistakes());
        }
    }

    /** A rule that is not there, or another desk's, would be silent in vain. */
    private static Edit adding(Silence silence, Map<String, RuleRecord> there) {
        RuleId rule = silence.rule();
        if (rule != null
                && !(there.get(Rule.KEY + rule) instanceof Rule known
                        && known.desk().equals(silence.desk()))) {
            throw RefusedException.mistaken(
                    List.of(new Mistake("rule", "desk '" + silence.desk() + "' has no rule '" + rule + "'")));
        }
        if (there.size() >= RulesApi.MOST) {
            throw new RefusedException(
                    HttpStatus.CONFLICT,
                    "there are " + there.size() + " rules and silences, more than are taken: delete some");
        }
        return Edit.put(silence);
    }

    private Reply end(Request request) throws InterruptedException {
        String id = request.step("id", text -> text);
        followed()
                .write(
                        there -> there.values().stream()
                                .filter(record -> record instanceof Silence one
                                        && one.id().equals(id)
                                        && request.caller().knows(one.desk()))
                                .findFirst()
                                .map(one -> Edit.remove(one.key()))
                                .orElseThrow(SilencesApi::notThere),
                        clock.instant());
        LOG.atInfo()
                .addKeyValue("silence", id)
                .addKeyValue("by", request.caller().name())
                .log("a silence was ended");
        return Reply.DONE;
    }

    private RuleStore followed() {
        RuleStore rules = store.get();
        if (rules == null) {
            throw RefusedException.notYet("the rules are still being read");
        }
        return rules;
    }

    private static RefusedException notThere() {
        return RefusedException.notFound("there is no such silence, or it is over");
    }
}

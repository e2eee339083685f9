package io.dyadwire.alerts.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.live.RuleStore;
import io.dyadwire.alerts.live.RuleWriter.Edit;
import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.alerts.rules.Mistake;
import io.dyadwire.alerts.rules.RuleForm;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleOrigin;
import io.dyadwire.contract.rule.RuleRecord;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists, shows, puts and deletes rules. One that the rules file keeps is shown and nothing else. */
final class RulesApi {
    static final String RULES = Endpoint.V1 + "/rules";
    static final String RULE = RULES + "/{id}";
    static final Set<String> PARAMETERS = Set.of("desk", "kind", "limit", Cursor.AFTER);

    /** Rules and silences that the topic may hold before the API takes no more. */
    static final int MOST = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(RulesApi.class);

    private final LiveRules live;
    private final Supplier<@Nullable RuleStore> store;
    private final InstantSource clock;

    /** @param store null as long as the rules are not followed */
    RulesApi(LiveRules live, Supplier<@Nullable RuleStore> store, InstantSource clock) {
        this.live = live;
        this.store = store;
        this.clock = clock;
    }

    /** What a client asks a change to depend on. */
    private record Condition(
            @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        private void check(@Nullable Rule before) {
            String tag = before == null ? null : tag(before);
            if (ifMatch != null && !Reply.names(ifMatch, tag)) {
                throw new RefusedException(
                        HttpStatus.PRECONDITION_FAILED,
                        before == null
                                ? "there is no such rule any more"
                                : "the rule has changed since: it is at " + tag + " now; read it again");
            }
            if (Reply.names(ifNoneMatch, tag)) {
                throw new RefusedException(
                        HttpStatus.PRECONDITION_FAILED, "there is a rule of this id already, at " + tag);
            }
        }
    }

    record Rules(List<ObjectNode> rules, @Nullable String next) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(RULES, Scope.RULES_READ, PARAMETERS, this::list),
                Endpoint.get(RULE, Scope.RULES_READ, Set.of(), this::show),
                Endpoint.put(RULE, Scope.RULES_WRITE, this::put),
                Endpoint.delete(RULE, Scope.RULES_WRITE, this::delete));
    }

    private Reply list(Request request) {
        Parameters parameters = request.parameters();
        followed();
        DeskId desk = parameters.desk(live.desks());
        Boolean matches = parameters.read("kind", RulesApi::matches, "match or deadline");
        String after = Cursor.read(parameters);
        Stream<Rule> wanted = live.rules().stream()
                .filter(rule -> after == null || rule.id().value().compareTo(after) > 0)
                .filter(rule -> desk == null ? request.caller().knows(rule.desk()) : desk.equals(rule.desk()))
                .filter(rule -> matches == null || matches == rule.matchesArticles());
        Page<Rule> page = Page.of(wanted, parameters, rule -> rule.id().value());
        return Reply.json(new Rules(page.items().stream().map(RuleForm::write).toList(), page.next()));
    }

    private static Boolean matches(String kind) {
        return switch (kind) {
            case "match" -> true;
            case "deadline" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private Reply show(Request request) {
        followed();
        RuleId id = request.step("id", RuleId::new);
        Rule rule = live.rule(id);
        if (rule == null || !request.caller().knows(rule.desk())) {
            throw notThere(id);
        }
        return shown(rule);
    }

    private Reply put(Request request) throws InterruptedException {
        RuleStore rules = followed();
        Rule asked = read(request);
        Condition condition = new Condition(request.header("If-Match"), request.header("If-None-Match"));
        Instant now = clock.instant();
        AtomicReference<@Nullable Rule> found = new AtomicReference<>();
        Edit edit = rules.write(
                there -> {
                    Rule before = rule(there, asked.id());
                    found.set(before);
                    return putting(before, asked, condition, request.caller(), now, there.size());
                },
                now);
        Rule before = found.get();
        if (before != null && edit.put().isEmpty()) {
            return shown(before);
        }
        Rule after = (Rule) edit.put().getFirst();
        LOG.atInfo()
                .addKeyValue("ruleId", after.id())
                .addKeyValue("version", after.version())
                .addKeyValue("by", after.changedBy())
                .log("a rule was put");
        return before == null ? shown(after).created(RULES + "/" + after.id()) : shown(after);
    }

    private static Edit putting(
            @Nullable Rule before, Rule asked, Condition condition, Caller caller, Instant now, int there) {
        checkOwner(before, asked.id(), caller);
        condition.check(before);
        if (before == null && there >= MOST) {
            throw new RefusedException(
                    HttpStatus.CONFLICT,
                    "there are " + there + " rules and silences, more than are taken: delete some");
        }
        if (before != null && before.asksTheSameAs(asked)) {
            return Edit.NOTHING;
        }
        int version = before == null ? 1 : before.version() + 1;
        return Edit.put(asked.put(version, RuleOrigin.API, caller.name(), now));
    }

    private Reply delete(Request request) throws InterruptedException {
        RuleId id = request.step("id", RuleId::new);
        Condition condition = new Condition(request.header("If-Match"), request.header("If-None-Match"));
        followed()
                .write(
                        there -> {
                            Rule before = rule(there, id);
                            if (before == null) {
                                throw notThere(id);
                            }
                            checkOwner(before, id, request.caller());
                            condition.check(before);
                            return Edit.remove(before.key());
                        },
                        clock.instant());
        LOG.atInfo()
                .addKeyValue("ruleId", id)
                .addKeyValue("by", request.caller().name())
                .log("a rule was deleted");
        return Reply.DONE;
    }

    /** Refuses to touch what another keeps. */
    private static void checkOwner(@Nullable Rule before, RuleId id, Caller caller) {
        if (before == null) {
            return;
        }
        if (!caller.knows(before.desk())) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN, "the rule '" + id + "' is of a desk that the token is not for");
        }
        if (before.keptIn() == RuleOrigin.FILE) {
            throw new RefusedException(
                    HttpStatus.CONFLICT,
                    "the rule '" + id + "' stands in the rules file, which would put it back: change it there and say"
                            + " 'dyadwire rules apply', or give this one another id");
        }
    }

    private Rule read(Request request) {
        try {
            Rule rule = RuleForm.read(
                    request.body(), request.step("id", RuleId::new), request.desks(live.desks(), request.body()));
            new RuleMatcher(live.desks()).put(rule);
            return rule;
        } catch (RulesException e) {
            throw RefusedException.mistaken(e.mistakes());
        } catch (IllegalArgumentException e) {
            throw RefusedException.mistaken(List.of(new Mistake("keywords", String.valueOf(e.getMessage()))));
        }
    }

    private RuleStore followed() {
        RuleStore rules = store.get();
        if (rules == null) {
            throw RefusedException.notYet("the rules are still being read");
        }
        return rules;
    }

    private static @Nullable Rule rule(Map<String, RuleRecord> there, RuleId id) {
        return (Rule) there.get(Rule.KEY + id);
    }

    private static RefusedException notThere(RuleId id) {
        return RefusedException.notFound("there is no rule '" + id + "'");
    }

    private static Reply shown(Rule rule) {
        return Reply.json(RuleForm.write(rule)).tagged(tag(rule));
    }

    /** The version, and what tells a rule that was deleted and put again from the one before. */
    private static String tag(Rule rule) {
        String whole = new String(Reply.jsonBytes(rule), StandardCharsets.UTF_8);
        return "\"" + rule.version() + "." + Digest.of(whole).substring(0, 8) + "\"";
    }
}

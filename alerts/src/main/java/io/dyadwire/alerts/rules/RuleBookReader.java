package io.dyadwire.alerts.rules;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.plan.DeskPlan;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.LeadTime;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.query.QueryField;
import io.dyadwire.matcher.query.QueryParser;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parsed file to desks and rules; tells the {@link Problems} of everything that is wrong on the way. */
final class RuleBookReader {
    private static final List<String> DESK =
            List.of("id", "name", "zone", "webhook", "channels", "route", "muteTimes", "inhibit", "throttle", "floor");
    static final List<String> RULE = List.of(
            "id",
            "desk",
            "name",
            "keywords",
            "countries",
            "pairs",
            "topics",
            "alertOn",
            "remind",
            "due",
            "what",
            "severity");
    /** What a rule may say that it is; the first two are also told by what it asks for. */
    private static final List<String> KINDS = List.of("match", "deadline", "burst", "silence");

    private static final List<String> CONDITIONS = List.of("keywords", "countries", "pairs", "topics");
    private static final List<String> WITH_KIND =
            Stream.concat(RULE.stream(), Stream.of("kind")).toList();
    private static final int MAX_NAME = 200;

    private final Set<String> topics;
    private final ChannelReader channels;
    private final DeskPlanReader plans = new DeskPlanReader();

    RuleBookReader(Path folder, Set<String> topics) {
        this.channels = new ChannelReader(folder);
        this.topics = topics;
    }

    /** What could be read; to be used only when there were no problems. */
    RuleBook read(Setting root) {
        if (root.absent()) {
            root.problem("is empty; it must hold desks and rules");
            return new RuleBook(List.of(), List.of());
        }
        if (!root.hasOnly(List.of("desks", "rules"))) {
            return new RuleBook(List.of(), List.of());
        }
        Map<DeskId, Desk> desks = desks(root.at("desks"));
        return new RuleBook(desks.values(), rules(root.at("rules"), desks), topics);
    }

    /** One rule by itself; null when it is wrong. */
    static @Nullable Rule rule(Setting entry, RuleBook book) {
        Map<DeskId, Desk> desks = new LinkedHashMap<>();
        book.desks().forEach(desk -> desks.put(desk.id(), desk));
        RuleId id = entry.at("id").optional(RuleId::new);
        return new RuleBookReader(Path.of(""), book.topics()).rule(entry, id, desks);
    }

    private Map<DeskId, Desk> desks(Setting list) {
        Map<DeskId, Desk> desks = new LinkedHashMap<>();
        for (Setting entry : list.entries()) {
            Desk desk = desk(entry);
            if (desk != null && desks.putIfAbsent(desk.id(), desk) != null) {
                entry.at("id").problem("'" + desk.id() + "' is there twice");
            }
        }
        if (list.absent()) {
            list.problem("is missing: name at least one desk");
        }
        return desks;
    }

    private @Nullable Desk desk(Setting entry) {
        if (!entry.hasOnly(DESK)) {
            return null;
        }
        DeskId id = entry.at("id").required(DeskId::new);
        String name = entry.at("name").optional(RuleBookReader::name);
        ZoneId zone = entry.at("zone").optional(RuleBookReader::zone);
        List<ChannelConfig> told = channels.read(entry);
        DeskPlan plan = plans.read(entry, told.stream().map(ChannelConfig::name).toList());
        return id == null
                ? null
                : new Desk(
                        id,
                        Objects.requireNonNullElse(name, id.value()),
                        Objects.requireNonNullElse(zone, ZoneOffset.UTC),
                        plan,
                        told);
    }

    private List<Rule> rules(Setting list, Map<DeskId, Desk> desks) {
        Set<RuleId> ids = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (Setting entry : list.entries()) {
            RuleId id = entry.at("id").absent() ? null : entry.at("id").optional(RuleId::new);
            Rule rule = rule(entry, id, desks);
            if (id != null && !ids.add(id)) {
                entry.at("id").problem("'" + id + "' is there twice");
            } else if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable Rule rule(Setting entry, @Nullable RuleId id, Map<DeskId, Desk> desks) {
        String kind = entry.at("kind").optional(RuleBookReader::kind);
        if (kind != null && KINDS.indexOf(kind) > 1) {
            entry.at("kind")
                    .problem("'" + kind
                            + "' is a kind of rule that is planned and not served yet; 'match' and 'deadline' are");
            return null;
        }
        if (!entry.hasOnly(WITH_KIND)) {
            return null;
        }
        int before = entry.problemsSoFar();
        if (entry.at("id").absent()) {
            entry.at("id").problem("is missing");
        }
        DeskId desk = entry.at("desk").required(text -> knownDesk(text, desks));
        String name = entry.at("name").optional(RuleBookReader::name);
        String keywords = entry.at("keywords").optional(this::query);
        var countries = entry.at("countries").list(CountryCode::parse);
        var pairs = entry.at("pairs").list(CountryCode::parsePair);
        var slugs = entry.at("topics").list(this::knownTopic);
        var alertOn = entry.at("alertOn").list(RuleBookReader::alertOn);
        var remind = entry.at("remind").list(LeadTime::parse);
        LocalDate due = entry.at("due").optional(RuleBookReader::day);
        String what = entry.at("what").optional(RuleBookReader::name);
        Severity severity = entry.at("severity").optional(DeskPlanReader::severity);
        checkTogether(entry, alertOn);
        if (kind != null && kind.equals("deadline") == entry.at("due").absent()) {
            entry.at("kind").problem("'" + kind + "' does not fit: a rule with due is a deadline, any other a match");
        }
        if (entry.problemsSoFar() > before || id == null || desk == null) {
            return null;
        }
        return new Rule(
                id,
                desk,
                Objects.requireNonNullElse(name, ""),
                1,
                keywords,
                orNone(countries),
                orNone(pairs),
                orNone(slugs),
                orNone(alertOn),
                remind == null ? Rule.DEFAULT_REMIND : remind,
                due,
                what,
                severity);
    }

    /** Tells of keys that make no sense beside each other. */
    private static void checkTogether(Setting entry, @Nullable List<AlertOn> alertOn) {
        boolean sets = !entry.at("due").absent();
        boolean matches = CONDITIONS.stream().anyMatch(key -> !entry.at(key).absent());
        if (!sets && !matches) {
            entry.problem("needs at least one of keywords, countries, pairs, topics, due");
        }
        for (String key : CONDITIONS) {
            Setting condition = entry.at(key);
            if (sets && !condition.absent()) {
                condition.problem("does not go with due: a rule either sets a deadline or looks for articles");
            } else if (condition.emptyList()) {
                condition.problem("is an empty list: leave it out, or name at least one");
            }
        }
        if (sets && entry.at("what").absent()) {
            entry.at("what").problem("is missing: say what is due");
        }
        if (!sets && !entry.at("what").absent()) {
            entry.at("what").problem("has no effect without due");
        }
        if (sets && !entry.at("alertOn").absent()) {
            entry.at("alertOn").problem("has no effect with due");
        }
        boolean deadlines = alertOn != null && alertOn.contains(AlertOn.DEADLINES);
        if (!sets && !deadlines && !entry.at("remind").absent()) {
            entry.at("remind").problem("has no effect without due or alertOn: [deadlines]");
        }
    }

    private static DeskId knownDesk(String text, Map<DeskId, Desk> desks) {
        DeskId id = new DeskId(text);
        if (!desks.containsKey(id)) {
            List<String> known = desks.keySet().stream().map(DeskId::value).toList();
            throw new IllegalArgumentException("'" + text + "' is not one of the desks" + Nearest.hint(text, known));
        }
        return id;
    }

    private String knownTopic(String text) {
        if (!topics.isEmpty() && !topics.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a known topic" + Nearest.hint(text, topics));
        }
        return text;
    }

    private String query(String text) {
        QueryParser.parse(text).leaves().forEach(leaf -> {
            if (leaf instanceof Query.Has has && has.field() == QueryField.TOPIC) {
                knownTopic(has.value());
            }
        });
        return text;
    }

    private static String kind(String text) {
        if (!KINDS.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is not known" + Nearest.hint(text, KINDS));
        }
        return text;
    }

    private static AlertOn alertOn(String text) {
        for (AlertOn on : AlertOn.values()) {
            if (on.name().toLowerCase(Locale.ROOT).equals(text)) {
                return on;
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not known" + Nearest.hint(text, List.of("articles", "deadlines")));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time zone, such as Asia/Tokyo or UTC"
                            + Nearest.hint(text, ZoneId.getAvailableZoneIds()),
                    e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a day, such as 2019-08-24", e);
        }
    }

    private static String name(String text) {
        if (text.length() > MAX_NAME || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be one line of at most " + MAX_NAME + " characters");
        }
        return text.strip();
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}

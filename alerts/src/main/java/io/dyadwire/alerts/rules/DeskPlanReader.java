package io.dyadwire.alerts.rules;

import io.dyadwire.alerts.plan.AlertFilter;
import io.dyadwire.alerts.plan.DeskPlan;
import io.dyadwire.alerts.plan.DigestTimes;
import io.dyadwire.alerts.plan.Floor;
import io.dyadwire.alerts.plan.Inhibition;
import io.dyadwire.alerts.plan.Label;
import io.dyadwire.alerts.plan.MuteTime;
import io.dyadwire.alerts.plan.Route;
import io.dyadwire.alerts.plan.Throttle;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a desk wants to be told, from its entry in the file; a route takes from the one above what it does not say. */
final class DeskPlanReader {
    private static final List<String> ROUTE = List.of(
            "when",
            "groupBy",
            "groupWait",
            "groupInterval",
            "repeatInterval",
            "mute",
            "digest",
            "channels",
            "continue",
            "routes");
    private static final List<String> FILTER = List.of("rules", "severity", "types", "pairs", "countries", "topics");
    private static final int MAX_DEPTH = 5;

    /**
     * What could be read; to be used only when there were no problems.
     *
     * @param channels names of the desk's channels
     */
    DeskPlan read(Setting desk, Collection<String> channels) {
        Map<String, List<MuteTime>> muteTimes = muteTimes(desk.at("muteTimes"));
        Setting root = desk.at("route");
        if (!root.at("when").absent() || !root.at("continue").absent()) {
            root.problem("is where every alert begins: 'when' and 'continue' go into its routes");
        }
        Route route = root.absent() ? Route.DEFAULT : route(root, Route.DEFAULT, "", muteTimes, channels, 0);
        List<Inhibition> inhibit = new ArrayList<>();
        for (Setting entry : desk.at("inhibit").entries()) {
            Inhibition inhibition = inhibition(entry);
            if (inhibition != null) {
                inhibit.add(inhibition);
            }
        }
        return new DeskPlan(route, inhibit, throttle(desk.at("throttle")), floor(desk.at("floor")));
    }

    private static Map<String, List<MuteTime>> muteTimes(Setting table) {
        Map<String, List<MuteTime>> times = new LinkedHashMap<>();
        for (String name : table.keys()) {
            Setting entry = table.at(name);
            List<Setting> list = entry.isTable() ? List.of(entry) : entry.entries();
            times.put(
                    name,
                    list.stream()
                            .map(DeskPlanReader::muteTime)
                            .filter(Objects::nonNull)
                            .toList());
        }
        return times;
    }

    private static @Nullable MuteTime muteTime(Setting entry) {
        if (!entry.hasOnly(List.of("from", "to", "days"))) {
            return null;
        }
        LocalTime from = entry.at("from").required(DeskPlanReader::time);
        LocalTime to = entry.at("to").required(DeskPlanReader::time);
        List<DayOfWeek> days = entry.at("days").list(DeskPlanReader::day);
        if (from == null || to == null) {
            return null;
        }
        return new MuteTime(
                from, to, days == null || days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days));
    }

    private static Route route(
            Setting entry,
            Route above,
            String path,
            Map<String, List<MuteTime>> muteTimes,
            Collection<String> known,
            int depth) {
        if (!entry.hasOnly(ROUTE)) {
            return above;
        }
        if (depth > MAX_DEPTH) {
            entry.problem("is more than " + MAX_DEPTH + " routes deep");
            return above;
        }
        List<Label> groupBy = entry.at("groupBy").list(Label::parse);
        Duration wait = entry.at("groupWait").optional(DeskPlanReader::duration);
        Duration interval = entry.at("groupInterval").optional(DeskPlanReader::duration);
        Duration repeat = entry.at("repeatInterval").optional(DeskPlanReader::minutes);
        List<List<MuteTime>> mute = entry.at("mute").list(name -> named(name, muteTimes));
        DigestTimes digest = digest(entry.at("digest"));
        List<String> channels = entry.at("channels").list(name -> oneOf(name, known));
        Boolean goOn = entry.at("continue").scalar(DeskPlanReader::yesOrNo);
        Route here = new Route(
                path,
                filter(entry.at("when")),
                Objects.requireNonNullElse(groupBy, above.groupBy()),
                Objects.requireNonNullElse(wait, above.groupWait()),
                Objects.requireNonNullElse(interval, above.groupInterval()),
                repeat == null ? above.repeatInterval() : repeat,
                mute == null
                        ? above.mute()
                        : mute.stream().flatMap(List::stream).toList(),
                digest == null ? above.digest() : digest,
                Objects.requireNonNullElse(channels, above.channels()),
                Objects.requireNonNullElse(goOn, false),
                List.of());
        List<Route> below = new ArrayList<>();
        for (Setting child : entry.at("routes").entries()) {
            String place = (path.isEmpty() ? "" : path + ".") + below.size();
            below.add(route(child, here, place, muteTimes, known, depth + 1));
        }
        return here.with(below);
    }

    private static AlertFilter filter(Setting entry) {
        if (entry.absent() || !entry.hasOnly(FILTER)) {
            return AlertFilter.ALL;
        }
        return new AlertFilter(
                orNone(entry.at("rules").list(RuleId::new)),
                orNone(entry.at("severity").list(DeskPlanReader::severity)),
                orNone(entry.at("types").list(DeskPlanReader::type)),
                orNone(entry.at("pairs").list(CountryCode::parsePair)),
                orNone(entry.at("countries").list(CountryCode::parse)),
                orNone(entry.at("topics").list(topic -> Check.slug("topic", topic))));
    }

    private static @Nullable DigestTimes digest(Setting entry) {
        if (entry.absent() || entry.isText()) {
            return entry.optional(text -> switch (text) {
                case "hourly" -> DigestTimes.HOURLY;
                case "daily" -> DigestTimes.DAILY;
                default ->
                    throw new IllegalArgumentException("'" + text
                            + "' is neither hourly nor daily nor a list of times such as [\"07:00\", \"19:00\"]");
            });
        }
        List<LocalTime> times = entry.list(DeskPlanReader::time);
        return times == null || times.isEmpty() ? null : new DigestTimes(times);
    }

    private static @Nullable Inhibition inhibition(Setting entry) {
        if (!entry.hasOnly(List.of("source", "target", "equal", "for"))) {
            return null;
        }
        for (String side : List.of("source", "target")) {
            if (entry.at(side).absent()) {
                entry.at(side).problem("is missing: say which alerts");
            }
        }
        List<Label> equal = entry.at("equal").list(Label::parse);
        AlertFilter source = filter(entry.at("source"));
        AlertFilter target = filter(entry.at("target"));
        Duration within = entry.at("for").optional(DeskPlanReader::minutes);
        Duration time = Objects.requireNonNullElse(within, Duration.ofHours(1));
        if (time.compareTo(Inhibition.LONGEST) > 0) {
            entry.at("for").problem("'" + time + "' is more than " + Inhibition.LONGEST.toDays() + " day");
            return null;
        }
        return new Inhibition(source, target, orNone(equal), time);
    }

    private static @Nullable Throttle throttle(Setting entry) {
        if (entry.absent() || !entry.hasOnly(List.of("alerts", "within"))) {
            return null;
        }
        return both(entry, "alerts", "within", Integer::parseInt, DeskPlanReader::duration, Throttle::new);
    }

    private static @Nullable Floor floor(Setting entry) {
        if (entry.absent() || !entry.hasOnly(List.of("precision", "rated"))) {
            return null;
        }
        return both(entry, "precision", "rated", Double::parseDouble, Integer::parseInt, Floor::new);
    }

    private static <A, B, T> @Nullable T both(
            Setting entry,
            String one,
            String other,
            Function<String, A> readOne,
            Function<String, B> readOther,
            BiFunction<A, B, T> make) {
        A first = needed(entry.at(one), readOne);
        B second = needed(entry.at(other), readOther);
        if (first == null || second == null) {
            return null;
        }
        try {
            return make.apply(first, second);
        } catch (IllegalArgumentException e) {
            entry.problem(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static <T> @Nullable T needed(Setting entry, Function<String, T> reader) {
        if (entry.absent()) {
            entry.problem("is missing");
        }
        return entry.scalar(text -> {
            try {
                return reader.apply(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is not a number of that kind", e);
            }
        });
    }

    /** How much it matters, as it stands in a file. */
    static Severity severity(String text) {
        return constant(text, Severity.values());
    }

    private static AlertType type(String text) {
        return constant(text, AlertType.values());
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + text + "' is not one of mon, tue, wed, thu, fri, sat, sun"));
    }

    private static <E extends Enum<E>> E constant(String text, E[] all) {
        List<String> known = Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        int place = known.indexOf(text);
        if (place < 0) {
            throw new IllegalArgumentException("'" + text + "' is not known" + Nearest.hint(text, known));
        }
        return all[place];
    }

    private static List<MuteTime> named(String name, Map<String, List<MuteTime>> muteTimes) {
        List<MuteTime> times = muteTimes.get(name);
        if (times == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not one of the desk's muteTimes" + Nearest.hint(name, muteTimes.keySet()));
        }
        return times;
    }

    private static String oneOf(String name, Collection<String> channels) {
        if (!channels.contains(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not one of the desk's channels" + Nearest.hint(name, channels));
        }
        return name;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time of day, such as 07:00", e);
        }
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            Check.that(!duration.isNegative(), () -> "'" + text + "' is less than nothing");
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as PT30S, PT5M, PT4H or P1D", e);
        }
    }

    private static Duration minutes(String text) {
        Duration duration = duration(text);
        Check.that(duration.toMinutes() >= 1, () -> "'" + text + "' is less than PT1M");
        return duration;
    }

    private static Boolean yesOrNo(String text) {
        Check.that(text.equals("true") || text.equals("false"), () -> "'" + text + "' is neither true nor false");
        return Boolean.valueOf(text);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

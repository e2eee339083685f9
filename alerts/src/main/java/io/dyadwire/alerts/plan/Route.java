package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a desk's tree of routes, as in Alertmanager: an alert goes down to the first route below that matches it, and
 * on to the next where that one says {@code continue}; where none matches it stays.
 *
 * @param path where it stands in the tree, such as {@code 0.1}; empty for the root
 * @param groupBy what has all of these in common is told together; with none, everything is
 * @param groupWait how long the first of a group waits for others
 * @param groupInterval how long after an alert of a group what is new is told
 * @param repeatInterval after this time it is told again, unless somebody has acknowledged it; never when absent
 * @param mute times in which nothing is told; what comes meanwhile is told when they are over
 * @param digest when what comes is told, together; absent when at once
 * @param channels names of the desk's channels that it is told by; all of them when there are none
 * @param goOn whether the next route is tried as well
 */
public record Route(
        String path,
        AlertFilter when,
        List<Label> groupBy,
        Duration groupWait,
        Duration groupInterval,
        @Nullable Duration repeatInterval,
        List<MuteTime> mute,
        @Nullable DigestTimes digest,
        List<String> channels,
        boolean goOn,
        List<Route> routes) {
    /** At once, each rule and story by itself; what is new of a story after five minutes. */
    public static final Route DEFAULT = new Route(
            "",
            AlertFilter.ALL,
            List.of(Label.RULE, Label.STORY),
            Duration.ZERO,
            Duration.ofMinutes(5),
            null,
            List.of(),
            null,
            List.of(),
            false,
            List.of());

    private static final int MOST_MUTED_IN_A_ROW = 20;

    public Route {
        Check.present("path", path);
        Check.present("when", when);
        groupBy = Check.list("groupBy", groupBy);
        Check.present("groupWait", groupWait);
        Check.present("groupInterval", groupInterval);
        mute = Check.list("mute", mute);
        channels = Check.list("channels", channels);
        routes = Check.list("routes", routes);
        Check.that(!groupWait.isNegative(), () -> "groupWait: " + groupWait + " is less than nothing");
        Check.that(!groupInterval.isNegative(), () -> "groupInterval: " + groupInterval + " is less than nothing");
        Check.that(
                repeatInterval == null || repeatInterval.compareTo(Duration.ofMinutes(1)) >= 0,
                () -> "repeatInterval: " + repeatInterval + " is less than PT1M");
    }

    /** The same with these routes below it. */
    public Route with(List<Route> below) {
        return new Route(
                path, when, groupBy, groupWait, groupInterval, repeatInterval, mute, digest, channels, goOn, below);
    }

    /** Where this alert goes: one route, or several where one says {@code continue}; none when this one does not match. */
    public List<Route> of(Alert alert, Severity severity) {
        if (!when.matches(alert, severity)) {
            return List.of();
        }
        List<Route> taken = new ArrayList<>();
        for (Route below : routes) {
            List<Route> there = below.of(alert, severity);
            taken.addAll(there);
            if (!there.isEmpty() && !below.goOn()) {
                break;
            }
        }
        return taken.isEmpty() ? List.of(this) : taken;
    }

    /** This route or one below it, by its path; null when there is none. */
    public @Nullable Route at(String where) {
        if (where.equals(path)) {
            return this;
        }
        for (Route below : routes) {
            Route found = below.at(where);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The first moment from this one on that is not muted. */
    public Instant unmuted(Instant moment, ZoneId zone) {
        Instant at = moment;
        for (int i = 0; i < MOST_MUTED_IN_A_ROW; i++) {
            Instant from = at;
            Instant end = mute.stream()
                    .map(time -> time.endAfter(from, zone))
                    .filter(found -> found != null)
                    .max(Instant::compareTo)
                    .orElse(null);
            if (end == null) {
                return at;
            }
            at = end;
        }
        return at;
    }
}

package io.dyadwire.runner.demo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What went through and what was left out, and why: the counters of the services, in words. */
final class DemoSummary {
    private final MeterRegistry meters;

    DemoSummary(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Whether every article that was published has come to the processor. */
    boolean isSettled() {
        double unread = sum("dyadwire.records", "stage", "read-article", "outcome", "rejected");
        return sum("dyadwire.articles.published") <= sum("dyadwire.articles") + unread;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("polls      " + list(by("dyadwire.feed.polls", "outcome")));
        lines.add("items      " + list(by("dyadwire.feed.items", "outcome")));
        lines.add("articles   " + list(by("dyadwire.articles", "outcome")));
        lines.add("tagged     " + number(sum("dyadwire.records", "stage", "tag-article", "outcome", "done")));
        lines.add("alerts     " + list(by("dyadwire.alerts.raised", "desk")) + "; "
                + list(by("dyadwire.alerts.raised", "type")));
        lines.add("held back  " + list(without("fired", by("dyadwire.alerts.decided", "outcome"))));
        double rejected = sum("dyadwire.records", "outcome", "rejected") + sum("dyadwire.dead.letters", "stage", null);
        lines.add("rejected   " + (rejected == 0 ? "nothing" : number(rejected) + " dead letters"));
        return lines;
    }

    private static String list(Map<String, Double> counts) {
        String all = counts.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> number(e.getValue()) + " "
                        + e.getKey().replace('_', ' ').replace('-', ' '))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static Map<String, Double> without(String key, Map<String, Double> counts) {
        counts.remove(key);
        return counts;
    }

    private Map<String, Double> by(String name, String tag) {
        Map<String, Double> sums = new TreeMap<>();
        for (Counter counter : meters.find(name).counters()) {
            sums.merge(String.valueOf(counter.getId().getTag(tag)), counter.count(), Double::sum);
        }
        return sums;
    }

    private double sum(String name, String... tags) {
        double sum = 0;
        for (Counter counter : meters.find(name).counters()) {
            if (has(counter.getId(), tags)) {
                sum += counter.count();
            }
        }
        return sum;
    }

    /** Names and values in turn; a null value takes any. */
    private static boolean has(Meter.Id id, String... tags) {
        for (int i = 0; i < tags.length; i += 2) {
            String value = id.getTag(tags[i]);
            if (value == null || (tags[i + 1] != null && !value.equals(tags[i + 1]))) {
                return false;
            }
        }
        return true;
    }

    private static String number(double count) {
        return Long.toString(Math.round(count));
    }
}

package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an alert was raised, in one plain sentence. */
final class Reason {
    private static final int MAX_WORDS = 4;
    private static final int MAX_TEXT = 300;

    private Reason() {}

    /** Such as {@code Matches "Exports": keywords "export controls"; pair JPN-KOR; topic export-controls.} */
    static String match(Rule rule, List<AlertEvidence> evidence) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (AlertEvidence some : evidence) {
            Set<String> words = found.computeIfAbsent(some.condition(), condition -> new LinkedHashSet<>());
            if (some.condition().equals("keywords")) {
                some.words().forEach(word -> words.add(some.sentence().substring(word.start(), word.end())));
            }
        }
        String conditions = found.entrySet().stream()
                .map(entry -> entry.getKey() + quoted(entry.getValue()))
                .collect(Collectors.joining("; "));
        return "Matches \"" + rule.name() + "\"" + (conditions.isEmpty() ? "" : ": " + conditions) + ".";
    }

    /**
     * Such as {@code 3 days left until 2019-08-24: decision on the pact.}
     *
     * @param lastSeen when it was last read of; absent for a deadline that the desk set itself
     */
    static String due(AlertType type, AlertDeadline deadline, @Nullable Instant lastSeen) {
        String what = ": " + cut(deadline.what());
        if (type == AlertType.REMINDER) {
            return left(deadline) + what + ".";
        }
        String seen = lastSeen == null
                ? ""
                : "; no outcome seen, last mentioned on " + LocalDate.ofInstant(lastSeen, ZoneOffset.UTC);
        return deadline.date() + " is over" + what + seen + ".";
    }

    private static String left(AlertDeadline deadline) {
        long days = deadline.daysLeft();
        if (deadline.date().precision() != Precision.DAY) {
            return "Due " + when(deadline.date()) + ", at most " + days(days) + " left";
        }
        return days == 0 ? "Today, " + deadline.date() : days(days) + " left until " + deadline.date();
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String when(PartialDate date) {
        return (date.precision() == Precision.DAY ? "on " : "in ") + date;
    }

    private static String quoted(Set<String> words) {
        return words.isEmpty()
                ? ""
                : words.stream()
                        .limit(MAX_WORDS)
                        .map(word -> "\"" + word + "\"")
                        .collect(Collectors.joining(", ", " ", ""));
    }

    static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}

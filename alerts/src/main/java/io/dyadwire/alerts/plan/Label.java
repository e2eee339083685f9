package io.dyadwire.alerts.plan;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What alerts are put together by, or compared by. */
public enum Label {
    RULE,
    /** The same text or headline; each alert to a deadline is one of its own. */
    STORY,
    ARTICLE,
    PAIR,
    COUNTRY,
    TOPIC,
    SEVERITY,
    TYPE;

    /** What this is of an alert; most important first, and none where it has none. */
    public List<String> of(Alert alert, Severity severity, String story) {
        return switch (this) {
            case RULE -> List.of(alert.rule().id().value());
            case STORY -> List.of(story);
            case ARTICLE -> List.of(alert.subject());
            case PAIR -> alert.pairs().stream().map(Pair::value).toList();
            case COUNTRY -> alert.countries();
            case TOPIC -> alert.topics();
            case SEVERITY -> List.of(lower(severity));
            case TYPE -> List.of(lower(alert.type()));
        };
    }

    /** As it stands in a file. */
    public String word() {
        return lower(this);
    }

    /** The label of this word. */
    public static Label parse(String word) {
        return Arrays.stream(values())
                .filter(label -> label.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not one of "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Label::word).toList())));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package io.dyadwire.alerts.channel;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertMember;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.pair.CountryName;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.Severity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a template can name, everything escaped. Every name is always there, so that a template can ask for any; what there is
 * none of is empty.
 */
final class View {
    private static final int MAX_TEXT = 400;
    private static final int MAX_MEMBERS = 10;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm z", Locale.ENGLISH);

    private final Markup markup;
    private final Map<String, Object> names = new LinkedHashMap<>();

    private View(Markup markup) {
        this.markup = markup;
    }

    static Map<String, Object> of(Told told, Markup markup, ZoneId zone) {
        View view = new View(markup);
        view.put("desk", told.desk().value());
        view.put("time", TIME.format(told.at().atZone(zone)));
        view.put("id", told.id());
        switch (told) {
            case Told.OfAlert(Alert alert, boolean test) -> view.alert(alert, test);
            case Told.OfChannel(ChannelStatus status, int undelivered) -> view.channel(status, undelivered);
        }
        return view.names;
    }

    private void alert(Alert alert, boolean test) {
        AlertArticle article = alert.article();
        AlertNotice notice = alert.notice();
        Severity severity = notice == null ? Severity.WARNING : notice.severity();
        names.put("test", test);
        names.put("critical", severity == Severity.CRITICAL);
        put("severity", severity.name().toLowerCase(Locale.ROOT));
        put("label", label(alert.type()));
        put("rule", alert.rule().name());
        put("headline", headline(alert));
        put("between", between(alert.pairs()));
        put("topics", String.join(", ", alert.topics()));
        put("reason", alert.reason());
        put("sentence", sentence(alert));
        put("publisher", article == null ? "" : article.publisher());
        link("url", article);
        names.put("when", alert.deadlines().stream().map(this::deadline).toList());
        boolean adds = notice != null && notice.occasion() == Occasion.NEW_FACTS && alert.type() == AlertType.MATCH;
        put("news", adds ? String.join(", ", notice.newFacts()) : "");
        names.put("repeat", notice != null && notice.occasion() == Occasion.REPEAT_DUE);
        members(notice);
        put("also", notice == null ? "" : also(notice));
    }

    private void channel(ChannelStatus status, int undelivered) {
        names.put("test", false);
        names.put("critical", true);
        put("severity", "critical");
        put("label", "Channel off");
        put("rule", "Delivery");
        put("headline", "Your channel " + status.channel() + " has been switched off");
        for (String none : List.of("between", "topics", "sentence", "publisher", "url", "news", "also")) {
            put(none, "");
        }
        put(
                "reason",
                status.error() + ". "
                        + (undelivered == 1 ? "1 alert was" : undelivered + " alerts were")
                        + " not delivered. When it is mended: ./dyadwire deliveries enable " + status.desk() + " "
                        + status.channel());
        names.put("when", List.of());
        names.put("repeat", false);
        names.put("members", List.of());
        put("more", "");
    }

    private void members(@Nullable AlertNotice notice) {
        List<AlertMember> members = notice == null ? List.of() : notice.members();
        names.put(
                "members", members.stream().limit(MAX_MEMBERS).map(this::member).toList());
        int more = notice == null ? 0 : notice.more() + Math.max(0, members.size() - MAX_MEMBERS);
        put("more", more == 0 ? "" : Integer.toString(more));
    }

    private Map<String, Object> member(AlertMember member) {
        View view = new View(markup);
        AlertArticle article = member.article();
        boolean titled = article != null && !article.title().isBlank();
        view.put("title", titled ? article.title() : member.reason());
        view.put("publisher", article == null ? "" : article.publisher());
        view.link("url", article);
        return view.names;
    }

    private Map<String, Object> deadline(AlertDeadline deadline) {
        View view = new View(markup);
        view.put("date", date(deadline.date()));
        view.put("left", left(deadline.daysLeft()));
        view.put("what", deadline.what());
        view.put("kind", deadline.kind() == DeadlineKind.EVENT ? "event" : "deadline");
        view.put("was", deadline.previous() == null ? "" : date(deadline.previous()));
        view.put("or", deadline.otherDate() == null ? "" : date(deadline.otherDate()));
        view.put("quote", orNone(deadline.quote()));
        view.put("wasQuote", orNone(deadline.previousQuote()));
        view.put("orQuote", orNone(deadline.otherQuote()));
        return view.names;
    }

    private void put(String name, String text) {
        names.put(name, markup.text(shortened(text)));
    }

    private void link(String name, @Nullable AlertArticle article) {
        names.put(name, article == null || article.url() == null ? "" : markup.link(article.url()));
    }

    private static String headline(Alert alert) {
        AlertArticle article = alert.article();
        if (article != null && !article.title().isBlank()) {
            return article.title();
        }
        return alert.deadlines().isEmpty()
                ? alert.rule().name()
                : alert.deadlines().getFirst().what();
    }

    private static String between(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> CountryName.english(pair.value().substring(0, 3)) + " – "
                        + CountryName.english(pair.value().substring(4)))
                .collect(Collectors.joining("; "));
    }

    /** The first that proves the match; for a deadline, what was said of it. */
    private static String sentence(Alert alert) {
        return alert.evidence().stream()
                .map(AlertEvidence::sentence)
                .findFirst()
                .or(() -> alert.deadlines().stream()
                        .map(AlertDeadline::quote)
                        .filter(quote -> quote != null)
                        .findFirst())
                .orElse("");
    }

    private static String also(AlertNotice notice) {
        List<String> publishers = new ArrayList<>(notice.sources().stream()
                .map(AlertArticle::publisher)
                .distinct()
                .toList());
        return publishers.stream().limit(MAX_MEMBERS).collect(Collectors.joining(", "));
    }

    private static String date(PartialDate date) {
        return date.precision() == Precision.DAY ? DAY.format(date.firstDay()) : date.value();
    }

    private static String left(long days) {
        if (days == 0) {
            return "today";
        }
        if (days < 0) {
            return days == -1 ? "yesterday" : -days + " days ago";
        }
        return days == 1 ? "tomorrow" : "in " + days + " days";
    }

    private static String label(AlertType type) {
        return switch (type) {
            case MATCH -> "News";
            case ANNOUNCED -> "Deadline announced";
            case CONFIRMED -> "Deadline confirmed";
            case MOVED -> "Deadline moved";
            case CONFLICT -> "Dates disagree";
            case REMINDER -> "Reminder";
            case CANCELLED -> "Called off";
            case POSTPONED -> "Put off";
            case MET -> "Done";
            case PASSED -> "Passed without news";
            case CORRECTION -> "Correction";
            case RETRACTION -> "Withdrawn";
            case DIGEST -> "Digest";
            case STORM -> "Rule fires often";
        };
    }

    private static String orNone(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = MAX_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}

package io.dyadwire.runner.tail;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.runner.cli.PlainText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event on one line for a person: when (UTC), who, what. Safe to print, whatever the event holds. */
final class EventLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String GAP = "  ";
    /** As much of an alert's id as commands need. */
    private static final int ID = 8;

    private EventLine() {}

    static String of(Object event) {
        return PlainText.line(
                switch (event) {
                    case Article article -> article(article);
                    case TaggedArticle tagged -> tagged(tagged);
                    case PairMention mention -> mention(mention);
                    case PairActivity activity -> activity(activity);
                    case Deadline deadline -> deadline(deadline);
                    case Alert alert -> alert(alert);
                    case AlertDecision decision -> decision(decision);
                    case DeskAction action -> action(action);
                    case Rule rule -> rule(rule);
                    case Silence silence -> silence(silence);
                    case FeedState feed -> feed(feed);
                    case Delivery delivery -> delivery(delivery);
                    case ChannelStatus status -> channel(status);
                    case DeadLetter letter -> letter(letter);
                    default -> event.toString();
                });
    }

    private static String article(Article article) {
        String edit = article.version() > 1 ? "(version " + article.version() + ")" : "";
        return join(time(article.fetchedAt()), from(article), headline(article), edit);
    }

    private static String tagged(TaggedArticle tagged) {
        Article article = tagged.article();
        String pairs = tagged.pairs().stream()
                .map(tag -> tag.pair() + (tag.main() ? "*" : ""))
                .collect(Collectors.joining(" "));
        String topics = tagged.topics().stream().map(TopicTag::topic).collect(Collectors.joining(", "));
        String deadlines = tagged.deadlines().stream()
                .map(tag -> tag.date() + " " + tag.what())
                .collect(Collectors.joining("; "));
        return join(
                time(article.fetchedAt()),
                from(article),
                headline(article),
                bracket(pairs),
                bracket(topics),
                bracket(deadlines));
    }

    private static String mention(PairMention mention) {
        return join(
                time(mention.fetchedAt()),
                mention.pair() + (mention.main() ? "*" : ""),
                mention.publisher() == null ? "" : mention.publisher() + ":",
                mention.title(),
                bracket(String.join(", ", mention.topics())));
    }

    private static String activity(PairActivity activity) {
        String usual = activity.baseline() == null
                ? ""
                : String.format(Locale.ROOT, "(usually %.1f a day)", activity.baseline());
        return join(
                activity.day().toString(),
                activity.pair().toString(),
                activity.articles() + " articles from " + activity.publishers() + " publishers",
                usual);
    }

    private static String deadline(Deadline deadline) {
        return join(
                time(deadline.lastSeen()),
                word(deadline.state()),
                deadline.date() + otherDates(deadline) + ":",
                deadline.what(),
                bracket(pairs(deadline.pairs())),
                bracket(String.join(", ", deadline.sources())));
    }

    private static String otherDates(Deadline deadline) {
        String was = deadline.previousDate() == null ? "" : " (was " + deadline.previousDate() + ")";
        String disputed = deadline.conflicts().stream()
                .map(said -> String.valueOf(said.date()))
                .distinct()
                .collect(Collectors.joining(", "));
        return was + (disputed.isEmpty() ? "" : " (or " + disputed + ")");
    }

    private static String alert(Alert alert) {
        String about = alert.article() == null
                ? alert.deadlines().getFirst().what()
                : alert.article().publisher() + ": " + alert.article().title();
        String id = alert.id().value();
        return join(
                time(alert.at()),
                id.substring(0, Math.min(ID, id.length())),
                alert.desk().toString(),
                word(alert.type()),
                about,
                bracket(alert.reason()));
    }

    private static String decision(AlertDecision decision) {
        return join(
                time(decision.at()),
                decision.desk().toString(),
                decision.rule().id().toString(),
                word(decision.outcome()),
                decision.subject(),
                bracket(decision.reason()));
    }

    private static String action(DeskAction action) {
        return join(
                time(action.at()),
                action.desk().toString(),
                action.by(),
                word(action.kind()),
                action.alert().toString(),
                action.until() == null ? "" : "until " + time(action.until()));
    }

    private static String rule(Rule rule) {
        return join("rule", rule.desk().toString(), rule.id().toString(), rule.name(), "version " + rule.version());
    }

    private static String silence(Silence silence) {
        return join(
                "silence",
                silence.desk().toString(),
                silence.rule() == null ? "all rules" : silence.rule().toString(),
                time(silence.from()) + " to " + time(silence.until()));
    }

    private static String feed(FeedState feed) {
        String when = feed.lastPollAt() == null ? "not polled yet" : time(feed.lastPollAt());
        return join(
                when,
                feed.feedId(),
                feed.inWords(),
                feed.ledger().published() + " articles in " + feed.ledger().polls() + " polls",
                feed.nextPollAt().equals(FeedState.NEVER) ? "no next poll" : "next " + time(feed.nextPollAt()));
    }

    private static String delivery(Delivery delivery) {
        return join(
                time(delivery.at()),
                delivery.desk().toString(),
                delivery.channel(),
                word(delivery.state()) + " at try " + delivery.attempts(),
                delivery.alertId().toString(),
                delivery.error() == null ? "" : bracket(delivery.error()));
    }

    private static String channel(ChannelStatus status) {
        return join(
                time(status.at()),
                status.desk().toString(),
                status.channel(),
                word(status.state()),
                status.nextAt() == null ? "" : "next try " + time(status.nextAt()),
                status.error() == null ? "" : bracket(status.error()));
    }

    private static String letter(DeadLetter letter) {
        return join(time(letter.at()), letter.recordKey(), letter.stage() + ":", letter.reason());
    }

    private static String from(Article article) {
        return (article.publisher() == null ? article.feedId() : article.publisher()) + ":";
    }

    /** The title, or the start of the text of an article without one. */
    private static String headline(Article article) {
        if (!article.title().isBlank()) {
            return article.title();
        }
        int[] start = article.text().strip().codePoints().limit(80).toArray();
        return new String(start, 0, start.length) + (start.length == 80 ? "…" : "");
    }

    private static String pairs(Collection<Pair> pairs) {
        return pairs.stream().map(Pair::toString).collect(Collectors.joining(" "));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static String bracket(String text) {
        return text.isEmpty() ? "" : "[" + text + "]";
    }

    private static String time(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(GAP));
    }
}

package io.dyadwire.contract.topic;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Every topic we read or write. No name, serde or setting of a topic is written anywhere else. Keys are UTF-8 text,
 * values JSON, headers CloudEvents.
 */
public final class Topics {
    /** The longest record that any topic takes, in bytes: an article's text at its longest, in JSON, with tags. */
    public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final String INGEST = "/dyadwire/ingest";
    private static final String PROCESSOR = "/dyadwire/processor";
    private static final String ALERTER = "/dyadwire/alerts";

    /** Every article, each version once. Key: article id. */
    public static final Topic<Article> ARTICLES = new Topic<>(
            "news.articles", Article.class, a -> a.id().value(), Topics::published, 6, Cleanup.DELETE, MONTH);

    /** Every article with its tags. Key: article id. */
    public static final Topic<TaggedArticle> TAGGED = new Topic<>(
            "news.tagged",
            TaggedArticle.class,
            t -> t.article().id().value(),
            Topics::tagged,
            6,
            Cleanup.DELETE,
            MONTH);

    /** One record an article and pair. Key: pair. */
    public static final Topic<PairMention> PAIRS = new Topic<>(
            "news.pairs", PairMention.class, m -> m.pair().value(), Topics::paired, 6, Cleanup.DELETE, QUARTER);

    /** How much is written about each pair. Key: pair. */
    public static final Topic<PairActivity> PAIR_ACTIVITY = new Topic<>(
            "news.pair-activity", PairActivity.class, a -> a.pair().value(), Topics::active, 6, Cleanup.COMPACT, null);

    /** Every deadline as it stands. Key: deadline id. */
    public static final Topic<Deadline> DEADLINES =
            new Topic<>("news.deadlines", Deadline.class, Deadline::id, Topics::deadline, 6, Cleanup.COMPACT, null);

    /** Every rule and silence as it stands. Key: kind and id. */
    public static final Topic<RuleRecord> RULES =
            new Topic<>("news.rules", RuleRecord.class, RuleRecord::key, Topics::asked, 1, Cleanup.COMPACT, null);

    /** Every alert of every desk. Key: alert id. */
    public static final Topic<Alert> ALERTS =
            new Topic<>("news.alerts", Alert.class, a -> a.id().value(), Topics::alerted, 6, Cleanup.DELETE, QUARTER);

    /** What was decided about each thing that a rule matched. Key: article id, or deadline id. */
    public static final Topic<AlertDecision> DECISIONS = new Topic<>(
            "news.alert-decisions",
            AlertDecision.class,
            AlertDecision::subject,
            Topics::decided,
            6,
            Cleanup.DELETE,
            MONTH);

    /** What people at the desks did with their alerts. Key: desk. */
    public static final Topic<DeskAction> DESK_ACTIONS = new Topic<>(
            "news.desk-actions", DeskAction.class, a -> a.desk().value(), Topics::acted, 6, Cleanup.DELETE, QUARTER);

    /** What became of each alert on each channel. Key: channel, desk and alert id. */
    public static final Topic<Delivery> DELIVERIES = new Topic<>(
            "news.deliveries",
            Delivery.class,
            Delivery::key,
            Topics::delivered,
            6,
            Cleanup.COMPACT_AND_DELETE,
            QUARTER);

    /** Every desk's channel as it stands. Key: channel and desk. */
    public static final Topic<ChannelStatus> CHANNELS = new Topic<>(
            "news.channels", ChannelStatus.class, ChannelStatus::key, Topics::changed, 1, Cleanup.COMPACT, null);

    /** Every feed that somebody wants polled. Key: feed id, in the same partition as on {@link #FEEDS}. */
    public static final Topic<FeedSource> FEED_SOURCES = new Topic<>(
            "news.feed-sources", FeedSource.class, FeedSource::feedId, Topics::wanted, 6, Cleanup.COMPACT, null);

    /** Every feed as it stands. Key: feed id. */
    public static final Topic<FeedState> FEEDS =
            new Topic<>("news.feeds", FeedState.class, FeedState::feedId, Topics::polled, 6, Cleanup.COMPACT, null);

    /** What could not be handled. Key: topic, partition and offset of the source. */
    public static final Topic<DeadLetter> DEAD_LETTERS = new Topic<>(
            "news.dead-letters", DeadLetter.class, DeadLetter::recordKey, Topics::rejected, 1, Cleanup.DELETE, MONTH);

    private Topics() {}

    /** The alerts of one desk, in order, on a topic of its own. Key: alert id. */
    public static Topic<Alert> alertsOf(DeskId desk) {
        return new Topic<>(
                ALERTS.name() + "." + desk,
                Alert.class,
                ALERTS.key(),
                ALERTS.event(),
                1,
                ALERTS.cleanup(),
                ALERTS.retention());
    }

    /** All but the desks' own. */
    public static List<Topic<?>> all() {
        return List.of(
                ARTICLES,
                TAGGED,
                PAIRS,
                PAIR_ACTIVITY,
                DEADLINES,
                RULES,
                ALERTS,
                DECISIONS,
                DESK_ACTIONS,
                DELIVERIES,
                CHANNELS,
                FEED_SOURCES,
                FEEDS,
                DEAD_LETTERS);
    }

    private static CloudEvent published(Article a) {
        String id = a.id() + ":" + a.version();
        return new CloudEvent(id, INGEST, "io.dyadwire.article.published.v1", a.id().value(), a.fetchedAt());
    }

    private static CloudEvent tagged(TaggedArticle t) {
        Article a = t.article();
        String id = a.id() + ":" + a.version() + ":" + t.taggerVersion();
        return new CloudEvent(id, PROCESSOR, "io.dyadwire.article.tagged.v1", a.id().value(), a.fetchedAt());
    }

    private static CloudEvent paired(PairMention m) {
        String id = m.pair() + ":" + m.articleId() + ":" + m.version();
        return new CloudEvent(
                id, PROCESSOR, "io.dyadwire.pair.mentioned.v1", m.pair().value(), m.fetchedAt());
    }

    private static CloudEvent active(PairActivity a) {
        String id = a.pair() + ":" + a.day() + ":" + a.articles();
        Instant day = a.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        return new CloudEvent(
                id, PROCESSOR, "io.dyadwire.pair.activity.v1", a.pair().value(), day);
    }

    private static CloudEvent deadline(Deadline d) {
        String type = "io.dyadwire.deadline." + d.state().name().toLowerCase(Locale.ROOT) + ".v1";
        String id = d.id() + ":" + d.state() + ":" + d.date() + ":" + d.revision() + ":" + Digest.of(d.toString());
        return new CloudEvent(id, PROCESSOR, type, d.id(), d.lastSeen());
    }

    private static CloudEvent asked(RuleRecord record) {
        return switch (record) {
            case Rule rule ->
                new CloudEvent(rule.key() + ":" + rule.version(), ALERTER, "io.dyadwire.rule.set.v1", rule.key(), null);
            case Silence silence ->
                new CloudEvent(
                        silence.key() + ":" + silence.from().toEpochMilli() + ":"
                                + silence.until().toEpochMilli(),
                        ALERTER,
                        "io.dyadwire.silence.set.v1",
                        silence.key(),
                        null);
        };
    }

    private static CloudEvent alerted(Alert a) {
        String type = "io.dyadwire.alert." + a.type().name().toLowerCase(Locale.ROOT) + ".v1";
        return new CloudEvent(a.id().value(), ALERTER, type, a.rule().id().value(), a.at());
    }

    private static CloudEvent decided(AlertDecision d) {
        String type = "io.dyadwire.alert.decided.v1";
        return new CloudEvent(d.id(), ALERTER, type, d.rule().id().value(), d.at());
    }

    private static CloudEvent acted(DeskAction a) {
        String id = a.alert() + ":" + a.kind() + ":" + a.at().toEpochMilli();
        return new CloudEvent(
                id, ALERTER, "io.dyadwire.alert.acted.v1", a.alert().value(), a.at());
    }

    private static CloudEvent delivered(Delivery d) {
        String type = "io.dyadwire.delivery." + d.state().name().toLowerCase(Locale.ROOT) + ".v1";
        return new CloudEvent(
                d.key() + ":" + d.at().toEpochMilli(),
                ALERTER,
                type,
                d.alertId().value(),
                d.at());
    }

    private static CloudEvent changed(ChannelStatus s) {
        String type = "io.dyadwire.channel." + s.state().name().toLowerCase(Locale.ROOT) + ".v1";
        return new CloudEvent(s.key() + ":" + s.at().toEpochMilli(), ALERTER, type, s.key(), s.at());
    }

    private static CloudEvent wanted(FeedSource s) {
        return new CloudEvent(s.feedId() + ":" + s.version(), INGEST, "io.dyadwire.feed.wanted.v1", s.feedId(), null);
    }

    private static CloudEvent polled(FeedState f) {
        Instant time = f.lastPollAt() == null ? f.nextPollAt() : f.lastPollAt();
        String id = f.feedId() + ":" + time.toEpochMilli();
        String type = f.justWentQuiet() ? "io.dyadwire.feed.quiet.v1" : "io.dyadwire.feed.polled.v1";
        return new CloudEvent(id, INGEST, type, f.feedId(), time);
    }

    private static CloudEvent rejected(DeadLetter d) {
        return new CloudEvent(
                d.recordKey(), "/dyadwire/" + d.stage(), "io.dyadwire.record.rejected.v1", d.recordKey(), d.at());
    }
}

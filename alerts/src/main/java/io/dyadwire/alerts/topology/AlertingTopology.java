package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Tagged articles and deadlines to alerts, exactly once.
 *
 * <pre>
 * news.tagged    -> match-rules      -+-> news.alerts, news.alerts.&lt;desk&gt;
 * news.deadlines -> follow-deadlines -+-> news.dead-letters
 * </pre>
 *
 * <p>Both sources have the same number of partitions and are handled by the same tasks, so that the newest record time
 * that a task knows is that of all news and not of deadlines alone.
 */
public final class AlertingTopology {
    private final RuleBook book;
    private final RuleMatcher matcher;
    private final AlertingConfig config;
    private final InstantSource clock;
    private final AlertCounters counters;

    /**
     * A topology for these rules; nothing is started.
     *
     * @param clock asked for reminders only; everything else goes by the records' time
     */
    public AlertingTopology(RuleBook book, AlertingConfig config, InstantSource clock, AlertCounters counters) {
        this.book = book;
        this.matcher = new RuleMatcher(book);
        this.config = config;
        this.clock = clock;
        this.counters = counters;
    }

    /** The topology, for a client with these settings. */
    public Topology build(Properties settings) {
        return build(settings, Topics.DEADLINES.partitions());
    }

    Topology build(Properties settings, int partitions) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        KStream<String, Outcome> matched = matchRules(read(builder, Topics.TAGGED, "tagged-articles"));
        KStream<String, Outcome> followed = followDeadlines(read(builder, Topics.DEADLINES, "deadlines"), partitions);
        KStream<String, Outcome> outcomes = matched.merge(followed, Named.as("outcomes"));
        writeAlerts(outcomes);
        writeDeadLetters(outcomes);
        return builder.build(settings);
    }

    /** As bytes: what cannot be read is for us to judge, not for the framework. */
    private static KStream<byte[], byte[]> read(StreamsBuilder builder, Topic<?> topic, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                        .withTimestampExtractor(new RecordTime())
                        .withName(name));
    }

    private KStream<String, Outcome> matchRules(KStream<byte[], byte[]> articles) {
        var step = new ArticleAlerts(matcher, new AlertComposer(book), config.memory(), counters);
        return articles.process(step, Named.as("match-rules"));
    }

    private KStream<String, Outcome> followDeadlines(KStream<byte[], byte[]> deadlines, int partitions) {
        var step = new DeadlineAlerts(book, matcher, config, partitions, clock, counters);
        return deadlines.process(step, Named.as("follow-deadlines"));
    }

    /** Keyed by alert id from here: repeats of one alert, wherever they come from, are together. */
    private static void writeAlerts(KStream<String, Outcome> outcomes) {
        KStream<String, Alert> alerts = outcomes.process(
                () -> new Envelope<>(Topics.ALERTS, AlertingTopology::alert, Alert::at), Named.as("address-alerts"));
        alerts.to(
                Topics.ALERTS.name(),
                Produced.with(Topics.ALERTS.keySerde(), Topics.ALERTS.valueSerde())
                        .withName("alerts"));
        alerts.to(
                new DeskTopic(),
                Produced.with(Topics.ALERTS.keySerde(), Topics.ALERTS.valueSerde())
                        .withName("alerts-by-desk"));
    }

    private static void writeDeadLetters(KStream<String, Outcome> outcomes) {
        outcomes.process(
                        () -> new Envelope<>(Topics.DEAD_LETTERS, AlertingTopology::letter, DeadLetter::at),
                        Named.as("address-dead-letters"))
                .to(
                        Topics.DEAD_LETTERS.name(),
                        Produced.with(Topics.DEAD_LETTERS.keySerde(), Topics.DEAD_LETTERS.valueSerde())
                                .withName("dead-letters"));
    }

    private static Optional<Alert> alert(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Raised raised -> Optional.of(raised.alert());
            case Outcome.Rejected rejected -> Optional.empty();
        };
    }

    private static Optional<DeadLetter> letter(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Raised raised -> Optional.empty();
            case Outcome.Rejected rejected -> Optional.of(rejected.letter());
        };
    }
}

package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Tagged articles and deadlines to alerts, exactly once.
 *
 * <pre>
 * news.tagged    -> match-rules      -+-> by desk -+-> tell-desks -> news.alerts, news.alerts.&lt;desk&gt;
 * news.deadlines -> follow-deadlines -+            |
 * news.desk-actions -------------------------------+
 *
 * all of them -> news.alert-decisions, news.dead-letters
 * </pre>
 *
 * <p>The first two sources have the same number of partitions and are handled by the same tasks, so that the newest record time
 * that a task knows is that of all news and not of deadlines alone.
 */
public final class AlertingTopology {
    private final LiveRules rules;
    private final AlertingConfig config;
    private final InstantSource clock;
    private final AlertCounters counters;
    private final CommitTiming commits;

    /**
     * A topology for these rules, which may change while it runs; nothing is started.
     *
     * @param clock asked for what falls due only; everything else goes by the records' time
     */
    public AlertingTopology(LiveRules rules, AlertingConfig config, InstantSource clock, AlertCounters counters) {
        this.rules = rules;
        this.config = config;
        this.clock = clock;
        this.counters = counters;
        this.commits = new CommitTiming(config.commitInterval(), clock);
    }

    /** The topology, for a client with these settings. */
    public Topology build(Properties settings) {
        return build(settings, Topics.DEADLINES.partitions());
    }

    Topology build(Properties settings, int partitions) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        KStream<String, Outcome> matched =
                matchRules(read(builder, Topics.TAGGED, Serdes.ByteArray(), "tagged-articles"));
        KStream<String, Outcome> followed =
                followDeadlines(read(builder, Topics.DEADLINES, Serdes.ByteArray(), "deadlines"), partitions);
        KStream<String, Outcome> proposed = matched.merge(followed, Named.as("outcomes"));
        writeDecisions(proposed, "early-");
        writeDeadLetters(proposed, "");
        KStream<String, byte[]> byDesk = byDesk(proposed, partitions);
        KStream<String, byte[]> actions = read(builder, Topics.DESK_ACTIONS, Serdes.String(), "desk-actions");
        KStream<String, Outcome> told = tellDesks(byDesk.merge(actions, Named.as("for-desks")));
        writeAlerts(told);
        writeDecisions(told, "");
        writeDeadLetters(told, "desk-");
        return builder.build(settings);
    }

    /** As bytes: what cannot be read is for us to judge, not for the framework. */
    private static <K> KStream<K, byte[]> read(StreamsBuilder builder, Topic<?> topic, Serde<K> keys, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(keys, Serdes.ByteArray())
                        .withTimestampExtractor(new RecordTime())
                        .withName(name));
    }

    private KStream<String, Outcome> matchRules(KStream<byte[], byte[]> articles) {
        var step = new ArticleAlerts(rules, config.memory(), counters, commits);
        return articles.process(step, Named.as("match-rules"));
    }

    private KStream<String, Outcome> followDeadlines(KStream<byte[], byte[]> deadlines, int partitions) {
        var step = new DeadlineAlerts(rules, config, partitions, clock, counters, commits);
        return deadlines.process(step, Named.as("follow-deadlines"));
    }

    /** Everything of a desk in one partition, whichever article or deadline it comes from. */
    private static KStream<String, byte[]> byDesk(KStream<String, Outcome> proposed, int partitions) {
        JsonSerde<Candidate> json = new JsonSerde<>(Candidate.class);
        return proposed.flatMapValues(
                        outcome -> outcome instanceof Outcome.Proposed(Candidate candidate)
                                ? List.of(json.write(candidate))
                                : List.<byte[]>of(),
                        Named.as("candidates"))
                .repartition(Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                        .withNumberOfPartitions(partitions)
                        .withName("by-desk"));
    }

    private KStream<String, Outcome> tellDesks(KStream<String, byte[]> forDesks) {
        var step = new DeskAlerts(desk -> rules.desks().find(desk), rules::silences, config, clock, counters, commits);
        return forDesks.process(step, Named.as("tell-desks"));
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

    private static void writeDecisions(KStream<String, Outcome> outcomes, String prefix) {
        write(outcomes, Topics.DECISIONS, AlertingTopology::decision, AlertDecision::at, prefix + "decisions");
    }

    private static void writeDeadLetters(KStream<String, Outcome> outcomes, String prefix) {
        write(outcomes, Topics.DEAD_LETTERS, AlertingTopology::letter, DeadLetter::at, prefix + "dead-letters");
    }

    private static <V> void write(
            KStream<String, Outcome> outcomes,
            Topic<V> topic,
            Function<Outcome, Optional<V>> pick,
            Function<V, Instant> time,
            String name) {
        outcomes.process(() -> new Envelope<>(topic, pick, time), Named.as("address-" + name))
                .to(
                        topic.name(),
                        Produced.with(topic.keySerde(), topic.valueSerde()).withName(name));
    }

    private static Optional<Alert> alert(Outcome outcome) {
        return outcome instanceof Outcome.Raised(Alert alert) ? Optional.of(alert) : Optional.empty();
    }

    private static Optional<AlertDecision> decision(Outcome outcome) {
        return outcome instanceof Outcome.Decided(AlertDecision decision) ? Optional.of(decision) : Optional.empty();
    }

    private static Optional<DeadLetter> letter(Outcome outcome) {
        return outcome instanceof Outcome.Rejected(DeadLetter letter) ? Optional.of(letter) : Optional.empty();
    }
}

package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The alerting topology under the test driver, with a clock that tests move. */
final class AlertingDriver implements AutoCloseable {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final LiveRules rules;
    private Instant now;

    AlertingDriver(RuleBook book, Path stateDir, Instant now) {
        this(LiveRules.of(book, () -> now), stateDir, now);
    }

    AlertingDriver(LiveRules rules, Path stateDir, Instant now) {
        this.rules = rules;
        this.now = now;
        AlertingConfig config = AlertingConfig.defaults(stateDir);
        Properties settings = settings(config);
        Topology topology =
                new AlertingTopology(rules, config, () -> this.now, new AlertCounters(registry)).build(settings, 1);
        this.driver = new TopologyTestDriver(topology, settings, now);
    }

    static Properties settings(AlertingConfig config) {
        return StreamsSettings.of(config, Map.of("bootstrap.servers", "localhost:1"));
    }

    void article(TaggedArticle tagged) {
        pipe(
                Topics.TAGGED,
                Topics.TAGGED.valueSerde().write(tagged),
                tagged.article().fetchedAt());
    }

    void deadline(Deadline deadline) {
        pipe(Topics.DEADLINES, deadline.id(), Topics.DEADLINES.valueSerde().write(deadline), deadline.lastSeen());
    }

    void pipe(Topic<?> topic, byte[] value, Instant at) {
        pipe(topic, "key", value, at);
    }

    void pipe(Topic<?> topic, String key, byte[] value, Instant at) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, at));
    }

    /** Moves the clock there and lets the topology look at it. */
    void clock(String time) {
        now = Instant.parse(time);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    void silence(Silence silence) {
        rules.put(silence);
    }

    void act(DeskAction action) {
        pipe(
                Topics.DESK_ACTIONS,
                action.desk().value(),
                Topics.DESK_ACTIONS.valueSerde().write(action),
                action.at());
    }

    List<AlertDecision> decisions() {
        return values(Topics.DECISIONS);
    }

    List<Alert> alerts() {
        return values(Topics.ALERTS);
    }

    List<Alert> alertsOf(String desk) {
        return values(Topics.alertsOf(new DeskId(desk)));
    }

    List<DeadLetter> deadLetters() {
        return values(Topics.DEAD_LETTERS);
    }

    <V> TestRecord<String, V> record(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readRecord();
    }

    /** The ids of the deadlines that are remembered. */
    List<String> followed() {
        List<String> ids = new ArrayList<>();
        try (var known = driver.getKeyValueStore(DeadlineAlerts.FOLLOWED).all()) {
            known.forEachRemaining(entry -> ids.add((String) entry.key));
        }
        return ids;
    }

    double count(String name, String... tags) {
        Counter counter = registry.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    private <V> List<V> values(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        var output = driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
        while (!output.isEmpty()) {
            values.add(output.readValue());
        }
        return values;
    }

    @Override
    public void close() {
        driver.close();
    }
}

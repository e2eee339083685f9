package io.dyadwire.runner.story;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.alerts.topology.AlertCounters;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.alerts.topology.AlertingTopology;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.ProcessorConfig;
import io.dyadwire.processor.topology.TaggingTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The tagging and the alerting topology, one after the other, with a clock that the test moves. */
final class Pipeline implements AutoCloseable {
    private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", "localhost:1");
    private static final String RULES = """
            desks:
              - {id: asia, name: Asia desk, zone: Asia/Tokyo}
            rules:
              - {id: deadlines, desk: asia, pairs: [JPN-KOR, GRC-TUR], alertOn: [deadlines], remind: []}
            """;

    private final TopologyTestDriver processor;
    private final TopologyTestDriver alerts;
    private final List<Deadline> deadlines = new ArrayList<>();
    private Instant now = Instant.parse("2019-08-12T00:00:00Z");

    /** @param story the articles that are known by their tags */
    Pipeline(Path folder, List<Told> story) {
        this(folder, tagger(story));
    }

    Pipeline(Path folder, Function<Article, TaggedArticle> tagger) {
        var meters = new SimpleMeterRegistry();
        ProcessorConfig processing = ProcessorConfig.defaults(folder.resolve("processor"));
        Properties settings = io.dyadwire.processor.topology.StreamsSettings.of(processing, KAFKA);
        var tagging = new TaggingTopology(tagger, () -> now, Duration.ofSeconds(10), meters, false);
        processor = new TopologyTestDriver(tagging.build(settings), settings, now);
        AlertingConfig alerting = AlertingConfig.defaults(folder.resolve("alerts"));
        Properties others = io.dyadwire.alerts.topology.StreamsSettings.of(alerting, KAFKA);
        try {
            var book = RulesFile.parse("rules.yaml", RULES, Path.of("/etc"), Set.of());
            var topology =
                    new AlertingTopology(LiveRules.of(book, () -> now), alerting, () -> now, new AlertCounters(meters));
            alerts = new TopologyTestDriver(topology.build(others), others, now);
        } catch (RulesException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Function<Article, TaggedArticle> tagger(List<Told> story) {
        Map<ArticleId, TaggedArticle> tagged = new HashMap<>();
        story.forEach(told -> tagged.put(told.article().id(), told.tagged()));
        return article -> tagged.get(article.id());
    }

    void publish(Told told) {
        publish(told.article());
    }

    void publish(Article article) {
        processor
                .createInputTopic(Topics.ARTICLES.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        article.id().value(), Topics.ARTICLES.valueSerde().write(article), article.fetchedAt()));
        passOn();
    }

    void clock(String time) {
        now = Instant.parse(time);
        processor.advanceWallClockTime(Duration.ofSeconds(10));
        passOn();
        alerts.advanceWallClockTime(Duration.ofMinutes(1));
    }

    /** All records of the deadline topic, tombstones left out. */
    List<Deadline> deadlines() {
        return deadlines;
    }

    /** What the desk was told. */
    List<Alert> alerts() {
        Topic<Alert> topic = Topics.alertsOf(new DeskId("asia"));
        return alerts.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        topic.valueSerde().deserializer())
                .readValuesToList();
    }

    private void passOn() {
        TestOutputTopic<String, byte[]> out = processor.createOutputTopic(
                Topics.DEADLINES.name(), new StringDeserializer(), new ByteArrayDeserializer());
        for (TestRecord<String, byte[]> record : out.readRecordsToList()) {
            alerts.createInputTopic(Topics.DEADLINES.name(), new StringSerializer(), new ByteArraySerializer())
                    .pipeInput(record);
            if (record.value() != null) {
                deadlines.add(Topics.DEADLINES.valueSerde().read(record.value()));
            }
        }
    }

    @Override
    public void close() {
        processor.close();
        alerts.close();
    }
}

package io.dyadwire.runner.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.topology.AlertCounters;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.alerts.topology.AlertingTopology;
import io.dyadwire.alerts.topology.StreamsSettings;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three instances of the alerting topology on a real broker beside one that has everything to itself, with the same news; half
 * way one of the three leaves, and the others take over what it remembered.
 */
@Timeout(180)
class AlertsDivisionIT {
    private static final int INSTANCES = 3;

    @TempDir
    Path folder;

    private final RuleBook book = RoundsOfNews.rules();
    private final List<KafkaStreams> instances = new ArrayList<>();
    private volatile Instant now = RoundsOfNews.START;
    private EmbeddedBroker broker;
    private Map<String, Object> kafka;
    private KafkaConsumer<String, String> reader;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0));
        kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
        List<Topic<?>> topics = new ArrayList<>(Topics.all());
        book.desks().forEach(desk -> topics.add(Topics.alertsOf(desk.id())));
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, true).ensure(topics);
        }
        reader = reader();
        for (int i = 0; i < INSTANCES; i++) {
            AlertingConfig config = config("instance-" + i);
            Properties settings = StreamsSettings.of(config, kafka);
            instances.add(new KafkaStreams(topology(config).build(settings), settings));
        }
    }

    @AfterEach
    void stop() {
        instances.parallelStream().forEach(KafkaStreams::close);
        reader.close();
        broker.close();
    }

    @Test
    void shouldTellTheSameAsOneInstanceWould() throws Exception {
        Written one = new Written();
        Written three = new Written();
        instances.parallelStream().forEach(KafkaStreams::start);
        await().atMost(Duration.ofSeconds(60)).until(() -> instances.stream().allMatch(AlertsDivisionIT::hasTasks));
        AlertingConfig config = config("alone");
        Properties alone = StreamsSettings.of(config, kafka);
        List<List<TaggedArticle>> rounds = RoundsOfNews.all();
        try (var driver = new TopologyTestDriver(topology(config).build(alone), alone, now);
                var producer = new KafkaProducer<>(
                        kafka,
                        new StringSerializer(),
                        Topics.TAGGED.valueSerde().serializer())) {
            for (int round = 0; round < rounds.size(); round++) {
                if (round == rounds.size() / 2) {
                    instances
                            .getFirst()
                            .close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
                }
                now = rounds.get(round).getFirst().article().fetchedAt();
                publish(rounds.get(round), driver, producer);
                driver.advanceWallClockTime(Duration.ofSeconds(1));
                one.add(driver);
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    three.add(reader);
                    return three.decisions.size() >= one.decisions.size();
                });
            }
        }

        assertThat(three.alerts).containsExactlyInAnyOrderElementsOf(one.alerts);
        assertThat(three.decisions).containsExactlyInAnyOrderElementsOf(one.decisions);
        assertThat(one.outcomes)
                .contains(
                        DecisionOutcome.FIRED,
                        DecisionOutcome.GROUPED,
                        DecisionOutcome.DEDUPLICATED,
                        DecisionOutcome.DIGESTED,
                        DecisionOutcome.INHIBITED,
                        DecisionOutcome.THROTTLED);
    }

    private void publish(
            List<TaggedArticle> round, TopologyTestDriver driver, KafkaProducer<String, TaggedArticle> producer)
            throws InterruptedException, ExecutionException {
        var input = driver.createInputTopic(
                Topics.TAGGED.name(),
                new StringSerializer(),
                Topics.TAGGED.valueSerde().serializer());
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        for (TaggedArticle tagged : round) {
            input.pipeInput(new TestRecord<>(tagged.article().id().value(), tagged, now));
            sends.add(producer.send(Topics.TAGGED.record(tagged, now)));
        }
        for (Future<RecordMetadata> sent : sends) {
            sent.get();
        }
    }

    private static boolean hasTasks(KafkaStreams instance) {
        return instance.metadataForLocalThreads().stream()
                .anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    private AlertingConfig config(String instance) {
        return AlertingConfig.defaults(folder.resolve(instance))
                .withInstance("alerts-division", instance)
                .withDemoTime(Duration.ofMillis(200));
    }

    private AlertingTopology topology(AlertingConfig config) {
        return new AlertingTopology(
                LiveRules.of(book, () -> now), config, () -> now, new AlertCounters(new SimpleMeterRegistry()));
    }

    private KafkaConsumer<String, String> reader() {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(Stream.of(Topics.ALERTS, Topics.DECISIONS)
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    /** What was written so far, as it stands on the topics. */
    private static final class Written {
        private final List<String> alerts = new ArrayList<>();
        private final List<String> decisions = new ArrayList<>();
        private final EnumSet<DecisionOutcome> outcomes = EnumSet.noneOf(DecisionOutcome.class);

        void add(TopologyTestDriver driver) {
            alerts.addAll(values(driver, Topics.ALERTS));
            values(driver, Topics.DECISIONS).forEach(this::addDecision);
        }

        void add(KafkaConsumer<String, String> reader) {
            for (ConsumerRecord<String, String> read : reader.poll(Duration.ofMillis(200))) {
                if (read.topic().equals(Topics.ALERTS.name())) {
                    alerts.add(read.value());
                } else {
                    addDecision(read.value());
                }
            }
        }

        /** Without its sentence: which of several that come at once begins a wait for the others depends on their order. */
        private void addDecision(String json) {
            AlertDecision read = Topics.DECISIONS.valueSerde().read(json.getBytes(StandardCharsets.UTF_8));
            outcomes.add(read.outcome());
            decisions.add(
                    List.of(read.id(), String.valueOf(read.alert()), String.valueOf(read.until()), read.newFacts())
                            .toString());
        }

        private static List<String> values(TopologyTestDriver driver, Topic<?> topic) {
            return driver.createOutputTopic(topic.name(), new StringDeserializer(), new StringDeserializer())
                    .readValuesToList();
        }
    }
}

package io.dyadwire.runner.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "kept";

    @TempDir
    Path folder;

    @Test
    void shouldKeepRecordsOverARestart() throws Exception {
        String clusterId;
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder, 0))) {
            clusterId = createTopic(broker.bootstrapServers());
            writeInOneTransaction(broker.bootstrapServers(), "a", "b");
            assertThat(read(broker.bootstrapServers(), 2)).containsExactly("a", "b");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder, 0))) {
            writeInOneTransaction(broker.bootstrapServers(), "c");
            assertThat(read(broker.bootstrapServers(), 3)).containsExactly("a", "b", "c");
            assertThat(clusterId(broker.bootstrapServers())).isEqualTo(clusterId);
        }
    }

    @Test
    void shouldRefuseASecondStartOnTheSameFolder() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder, 0))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(folder, 0)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessage("the data folder " + folder + " is in use by process "
                            + ProcessHandle.current().pid()
                            + ": stop that one first (Ctrl-C where it runs), or give another folder with --data");

            assertThat(RunningBroker.on(folder))
                    .map(RunningBroker::bootstrapServers)
                    .hasValue(broker.bootstrapServers());
        }
        assertThat(RunningBroker.on(folder)).isEmpty();
    }

    @Test
    void shouldSayThatThePortIsTakenAndLetGoOfTheFolder() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(folder, other.getLocalPort())))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " on 127.0.0.1 cannot be had")
                    .hasMessageContaining("--port");
        }
        assertThat(RunningBroker.on(folder)).isEmpty();
    }

    @Test
    void shouldBeRefusedWhileAnotherProcessHoldsTheFolderAndStartAgainAfterItWasKilled() throws Exception {
        Process other = BrokerProcess.start(folder);
        try {
            String bootstrap = BrokerProcess.bootstrapServers(other);
            createTopic(bootstrap);
            writeInOneTransaction(bootstrap, "a");

            assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(folder, 0)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("in use by process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(RunningBroker.on(folder)).isEmpty();
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder, 0))) {
            writeInOneTransaction(broker.bootstrapServers(), "b");
            assertThat(read(broker.bootstrapServers(), 2)).containsExactly("a", "b");
        }
    }

    private static String createTopic(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            return admin.describeCluster().clusterId().get();
        }
    }

    private static String clusterId(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void writeInOneTransaction(String bootstrapServers, String... values) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = Stream.of(values)
                    .map(value -> producer.send(new ProducerRecord<>(TOPIC, value)))
                    .toList();
            producer.commitTransaction();
            assertThat(sent).allMatch(Future::isDone);
        }
    }

    private static List<String> read(String bootstrapServers, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            List<String> values = new ArrayList<>();
            for (int polls = 0; values.size() < count && polls < 50; polls++) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
            return values;
        }
    }
}

package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.ProcessorConfig;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.processor.topology.StreamsSettings;
import io.dyadwire.processor.topology.TaggingTopology;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The whole tagging topology against a topology that only passes bytes through: same broker, same records, same
 * guarantee, in turns. Prints records a second of each round and the median of the ratios.
 *
 * <p>Arguments: records a round (default 20000), rounds (default 3). The first round of each only warms up.
 */
public final class TopologyRatio {
    private static final String PASSED = "bench.passed";

    private final Map<String, Object> kafka;
    private final Path folder;
    private final int records;

    private TopologyRatio(Map<String, Object> kafka, Path folder, int records) {
        this.kafka = kafka;
        this.folder = folder;
        this.records = records;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        try (TempFolder temp = TempFolder.make();
                EmbeddedBroker broker =
                        EmbeddedBroker.start(new BrokerSettings(temp.path().resolve("broker"), 0))) {
            var kafka = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
            new TopologyRatio(kafka, temp.path(), records).run(rounds);
        }
    }

    private void run(int rounds) throws InterruptedException, ExecutionException {
        createTopics();
        publish();
        ArticleTagger tagger = ArticleTagger.create();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double passed = rate(PASSED, round, settings -> passThrough());
            double tagged = rate(Topics.TAGGED.name(), round, settings -> new TaggingTopology(
                            tagger::tag, InstantSource.system(), Duration.ofMinutes(1), new SimpleMeterRegistry(), true)
                    .build(settings));
            print("%s pass-through %,8.0f/s   tagging %,8.0f/s   ratio %.2f%n"
                    .formatted(round == 0 ? "warm-up " : "round " + round + " ", passed, tagged, tagged / passed));
            if (round > 0) {
                ratios.add(tagged / passed);
            }
        }
        ratios.sort(Comparator.naturalOrder());
        print("median ratio %.2f (%d records of about 3.3 KB a round, exactly_once_v2, one stream thread)%n"
                .formatted(ratios.get(ratios.size() / 2), records));
    }

    private static Topology passThrough() {
        var builder = new StreamsBuilder();
        builder.stream(Topics.ARTICLES.name(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .to(PASSED, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        return builder.build();
    }

    /** Records a second from the first to the last one that a read_committed reader sees on the output topic. */
    private double rate(String output, int round, Function<Properties, Topology> topology) {
        String name = output + "-" + round;
        ProcessorConfig defaults = ProcessorConfig.defaults(folder);
        var config = new ProcessorConfig(
                name, name, folder.resolve(name), 1, defaults.commitInterval(), defaults.tick(), true);
        Properties settings = StreamsSettings.of(config, kafka);
        try (var reader = reader(output);
                var streams = new KafkaStreams(topology.apply(settings), settings)) {
            streams.start();
            int before = 0;
            while (before == 0) {
                before = reader.poll(Duration.ofMillis(100)).count();
            }
            long start = System.nanoTime();
            for (int seen = before; seen < records; ) {
                seen += reader.poll(Duration.ofMillis(100)).count();
            }
            return (records - before) * 1e9 / (System.nanoTime() - start);
        }
    }

    /** Reads from where the topic ends now. */
    private KafkaConsumer<byte[], byte[]> reader(String topic) {
        var reader = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.get("bootstrap.servers"),
                        "isolation.level",
                        "read_committed",
                        "fetch.max.bytes",
                        8_000_000,
                        "max.poll.records",
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
        return reader;
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, true).ensure(Topics.all());
            int partitions = Topics.ARTICLES.partitions();
            admin.createTopics(List.of(new NewTopic(PASSED, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void publish() throws InterruptedException, ExecutionException {
        Topic<Article> topic = Topics.ARTICLES;
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (var producer = new KafkaProducer<>(
                kafka, topic.keySerde().serializer(), topic.valueSerde().serializer())) {
            for (Article article : BenchArticles.make(records, 42)) {
                sent.add(producer.send(topic.record(article, article.fetchedAt())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.print(String.format(Locale.ROOT, "%s", line));
    }
}

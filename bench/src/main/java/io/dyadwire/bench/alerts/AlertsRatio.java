package io.dyadwire.bench.alerts;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.topology.AlertCounters;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.alerts.topology.AlertingTopology;
import io.dyadwire.alerts.topology.StreamsSettings;
import io.dyadwire.bench.TempFolder;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
 * The alerting topology with many rules on an embedded broker, exactly once, one stream thread: articles a second beside
 * a topology that passes the same bytes through in the same run, what that costs, and how long an alert takes from {@code news.tagged} to a
 * reader of committed records at a steady rate.
 *
 * <p>Arguments: rules (default 100000), articles (default 40000), articles a second of the steady part (default 200).
 */
public final class AlertsRatio {
    private static final int STEADY_SECONDS = 30;

    private final Map<String, Object> kafka;
    private final Path folder;
    private final MadeUpNews news = new MadeUpNews(42);
    private final int articles;
    private final Topic<TaggedArticle> tagged = Topics.TAGGED;

    private AlertsRatio(Map<String, Object> kafka, Path folder, int articles) {
        this.kafka = kafka;
        this.folder = folder;
        this.articles = articles;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int rules = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int articles = args.length > 1 ? Integer.parseInt(args[1]) : 40_000;
        int rate = args.length > 2 ? Integer.parseInt(args[2]) : 200;
        try (TempFolder temp = TempFolder.make();
                EmbeddedBroker broker =
                        EmbeddedBroker.start(new BrokerSettings(temp.path().resolve("broker"), 0))) {
            var kafka = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
            new AlertsRatio(kafka, temp.path(), articles).run(rules, rate);
        }
    }

    private void run(int rules, int rate) throws Exception {
        Map<BenchRules, RuleBook> books = new EnumMap<>(BenchRules.class);
        for (BenchRules kind : BenchRules.values()) {
            books.put(kind, kind.of(news, rules));
        }
        List<Topic<?>> topics = new ArrayList<>(Topics.all());
        books.get(BenchRules.DENSE).desks().forEach(desk -> topics.add(Topics.alertsOf(desk.id())));
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, true).ensure(topics);
        }
        publish();
        tell("%,d articles of about 2.5 KB, rates of the second half, load average %.1f".formatted(articles, load()));
        double passed = rate("pass", AlertsRatio::passThrough);
        for (BenchRules kind : BenchRules.values()) {
            alerts(kind.written(), books.get(kind), rules, passed, rate);
        }
    }

    private void alerts(String name, RuleBook book, int rules, double passed, int rate) throws Exception {
        long start = System.nanoTime();
        InstantSource clock = InstantSource.system();
        var topology = new AlertingTopology(
                LiveRules.of(book, clock), config(name), clock, new AlertCounters(new SimpleMeterRegistry()));
        tell("%n%s: %,d rules, ready after %.1f s".formatted(name, rules, (System.nanoTime() - start) / 1e9));
        long before = end(Topics.ALERTS.name());
        double alerted = rate(name, topology::build);
        double alerts = Math.max(0, end(Topics.ALERTS.name()) - before) / (double) articles;
        tell("  %,.0f articles/s, %.2f of pass-through, with about %.2f alerts an article"
                .formatted(alerted, alerted / passed, alerts));
        steady(name, topology, rate);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private AlertingConfig config(String name) {
        return AlertingConfig.defaults(folder.resolve(name)).withInstance("bench-" + name, "0");
    }

    private static Topology passThrough(Properties settings) {
        var builder = new StreamsBuilder();
        builder.stream(
                        Topics.TAGGED.name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("tagged"))
                .to(
                        Topics.ARTICLES.name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("passed"));
        return builder.build(settings);
    }

    /** Articles a second of the second half, when it has warmed up. */
    private double rate(String name, Function<Properties, Topology> topology)
            throws InterruptedException, ExecutionException {
        Properties settings = StreamsSettings.of(config(name), kafka);
        try (var streams = new KafkaStreams(topology.apply(settings), settings);
                Admin admin = Admin.create(kafka)) {
            streams.start();
            long half = 0;
            long since = 0;
            BusyThreads busy = null;
            while (true) {
                long read = committed(admin, "bench-" + name);
                if (read >= articles / 2 && busy == null) {
                    half = read;
                    since = System.nanoTime();
                    busy = BusyThreads.now();
                }
                if (busy != null && read >= articles) {
                    double rate = (articles - half) * 1e9 / (System.nanoTime() - since);
                    tell("  %s: %,.0f/s; %s"
                            .formatted(name, rate, BusyThreads.now().since(busy, articles - half)));
                    return rate;
                }
                Thread.sleep(20);
            }
        }
    }

    private static long committed(Admin admin, String group) throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.TAGGED.name()))
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** From just before an article is written to when its alert is read, at so many articles a second. */
    private void steady(String name, AlertingTopology topology, int rate)
            throws InterruptedException, ExecutionException {
        Properties settings = StreamsSettings.of(config(name), kafka);
        Map<String, Long> written = new HashMap<>();
        List<Double> millis = new ArrayList<>();
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        try (var streams = new KafkaStreams(topology.build(settings), settings);
                var reader = reader(Topics.ALERTS.name());
                var producer = new KafkaProducer<>(
                        kafka,
                        tagged.keySerde().serializer(),
                        tagged.valueSerde().serializer())) {
            streams.start();
            while (streams.state() != KafkaStreams.State.RUNNING) {
                Thread.sleep(10);
            }
            int sent = 0;
            int all = rate * STEADY_SECONDS;
            int warmUp = all / 3;
            long start = System.nanoTime();
            long end = 0;
            while (end == 0 || System.nanoTime() < end) {
                long due = (System.nanoTime() - start) * rate / 1_000_000_000L;
                for (; sent < Math.min(due, all); sent++) {
                    TaggedArticle article =
                            news.article(name + sent, InstantSource.system().instant());
                    if (sent >= warmUp) {
                        written.put(article.article().id().value(), System.nanoTime());
                    }
                    sends.add(producer.send(
                            tagged.record(article, article.article().fetchedAt())));
                }
                for (ConsumerRecord<byte[], byte[]> read : reader.poll(Duration.ofMillis(1))) {
                    Alert alert = Topics.ALERTS.valueSerde().read(read.value());
                    Long at = written.get(
                            Objects.requireNonNull(alert.article()).id().value());
                    if (at != null) {
                        millis.add((System.nanoTime() - at) / 1e6);
                    }
                }
                end = sent == all && end == 0 ? System.nanoTime() + 3_000_000_000L : end;
            }
        }
        await(sends);
        Collections.sort(millis);
        tell(
                "  %d articles a second: %,d alerts, p50 %.0f ms, p99 %.0f ms, most %.0f ms from news.tagged to a reader, load average %.1f"
                        .formatted(rate, millis.size(), at(millis, 0.5), at(millis, 0.99), at(millis, 1), load()));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    private long end(String topic) {
        try (var reader = reader(topic)) {
            return reader.endOffsets(reader.assignment()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private KafkaConsumer<byte[], byte[]> reader(String topic) {
        var reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.get("bootstrap.servers"), "isolation.level", "read_committed"),
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

    private void publish() throws InterruptedException, ExecutionException {
        Instant now = InstantSource.system().instant();
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        try (var producer = new KafkaProducer<>(
                kafka, tagged.keySerde().serializer(), tagged.valueSerde().serializer())) {
            for (int i = 0; i < articles; i++) {
                sends.add(producer.send(tagged.record(news.article("early" + i, now), now)));
            }
            await(sends);
        }
    }

    private static void await(List<Future<RecordMetadata>> sends) throws InterruptedException, ExecutionException {
        for (Future<RecordMetadata> sent : sends) {
            sent.get();
        }
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}

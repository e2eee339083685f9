package io.dyadwire.runner.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that divide the feeds: one falls asleep, wakes up, and the other is killed, while news keep coming. */
@Timeout(300)
class DivisionIT {
    private static final int FEEDS = 12;
    private static final int LISTED = 200;

    @TempDir
    Path folder;

    private final AtomicInteger told = new AtomicInteger();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final List<Process> processes = new ArrayList<>();
    private EmbeddedBroker broker;
    private HttpServer newsroom;
    private Future<?> news;

    @BeforeEach
    void start() throws IOException {
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0));
        newsroom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        newsroom.createContext("/", this::answer);
        newsroom.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        newsroom.start();
        news = ticker.scheduleAtFixedRate(told::incrementAndGet, 0, 500, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        ticker.shutdownNow();
        newsroom.stop(0);
        broker.close();
    }

    @Test
    void shouldMoveFeedsBetweenInstancesWithNothingLostAndNothingTwice() throws Exception {
        Process sleepy = ingest("sleepy");
        Process shortLived = ingest("short-lived");
        awaitShares(Map.of("sleepy", 3, "short-lived", 3));
        await().atMost(Duration.ofSeconds(30)).until(() -> published().size() > FEEDS);

        signal(sleepy, "STOP");
        awaitShares(Map.of("short-lived", 6));
        int whenAlone = told.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> times(whenAlone) == FEEDS);
        signal(sleepy, "CONT");
        awaitShares(Map.of("sleepy", 3, "short-lived", 3));

        shortLived.destroyForcibly().waitFor();
        awaitShares(Map.of("sleepy", 6));
        news.cancel(false);
        int last = told.get();
        await().atMost(Duration.ofSeconds(60)).until(() -> times(last) == FEEDS);

        Map<String, Long> counts =
                published().stream().collect(Collectors.groupingBy(Article::title, Collectors.counting()));
        assertThat(counts).hasSize(FEEDS * last).allSatisfy((title, count) -> assertThat(count)
                .isEqualTo(1));
    }

    private Process ingest(String instance) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + newsroom.getAddress().getPort() + "/");
        Process process = IngestProcess.start(
                broker.bootstrapServers(), instance, address, FEEDS, folder.resolve(instance + ".log"));
        processes.add(process);
        return process;
    }

    private static void signal(Process process, String name) throws Exception {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    /** Until the group has divided the six partitions like this. */
    private void awaitShares(Map<String, Integer> wanted) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(shares(admin))
                    .isEqualTo(wanted));
        }
    }

    private static Map<String, Integer> shares(Admin admin) throws Exception {
        Map<String, Integer> shares = new HashMap<>();
        for (MemberDescription member : admin.describeConsumerGroups(List.of("division"))
                .all()
                .get()
                .get("division")
                .members()) {
            shares.put(
                    member.groupInstanceId().orElseThrow(),
                    member.assignment().topicPartitions().size());
        }
        return shares;
    }

    private long times(int item) {
        return published().stream()
                .filter(article -> article.title().startsWith("Item " + item + " "))
                .count();
    }

    private List<Article> published() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.ARTICLES.partitions())
                    .mapToObj(i -> new TopicPartition(Topics.ARTICLES.name(), i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Article> articles = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record ->
                                articles.add(Topics.ARTICLES.valueSerde().read(record.value())));
            }
            return articles;
        }
    }

    /** The latest items of a feed, the newest first; each feed has its own. */
    private void answer(HttpExchange exchange) throws IOException {
        String feed = exchange.getRequestURI().getPath().substring(1);
        StringBuilder xml = new StringBuilder("<rss version=\"2.0\"><channel><title>News</title>");
        int newest = told.get();
        for (int item = newest; item > Math.max(0, newest - LISTED); item--) {
            xml.append("<item><title>Item ")
                    .append(item)
                    .append(" of ")
                    .append(feed)
                    .append("</title><link>");
            xml.append("https://news.example/")
                    .append(feed)
                    .append('/')
                    .append(item)
                    .append("</link></item>");
        }
        byte[] body = xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}

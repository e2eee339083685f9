package io.dyadwire.runner.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.RunningBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever {@code up} is given, it says what is wrong with it and goes on with the next. */
class BadInputIT {
    private static final byte[] NO_JSON = {(byte) 0xfe, 0, 17, (byte) 0x9c, '{', 3};
    private static final String NO_FEED = "<html><body><p>We are closed for repairs<br></body></html>";
    private static final String ODD_FEED = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Odd</title><link>http://127.0.0.1/</link>
            <description>odd</description>
            <item><title>Oslo and Stockholm in short</title><link>http://127.0.0.1/no-text</link></item>
            </channel></rss>
            """;

    @TempDir
    private Path home;

    private HttpServer server;
    private GrowingFeeds good;
    private Process up;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/no-feed", NO_FEED);
        serve("/odd", ODD_FEED);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        if (up != null) {
            up.destroyForcibly().waitFor();
        }
        if (good != null) {
            good.close();
        }
        server.stop(0);
    }

    @Test
    void shouldSayWhatIsWrongAndGoOnWithTheNext() throws Exception {
        Instant clockStart = Instant.now();
        good = new GrowingFeeds(1, new QuickClock(clockStart));
        UpProcess.configure(
                home,
                List.of(address("/no-feed"), address("/odd"), good.addresses().getFirst()),
                0);
        up = UpProcess.start(home, clockStart);
        String bootstrap = awaitBroker();

        try (CommittedReader reader =
                new CommittedReader(bootstrap, Topics.FEEDS, Topics.TAGGED, Topics.DEAD_LETTERS, Topics.ALERTS)) {
            waiting("the feeds that can be read").until(() -> {
                reader.poll();
                return reader.read(Topics.TAGGED).size() == 2;
            });
            write(bootstrap, NO_JSON);
            good.add();
            waiting("the alert of what came after").until(() -> {
                reader.poll();
                return !reader.read(Topics.ALERTS).isEmpty()
                        && !reader.read(Topics.DEAD_LETTERS).isEmpty();
            });

            assertThat(reader.read(Topics.FEEDS))
                    .filteredOn(feed -> feed.url().equals(address("/no-feed")))
                    .extracting(FeedState::lastError)
                    .isNotEmpty()
                    .allSatisfy(error -> assertThat(error).contains("not a feed"));
            assertThat(log()).contains("Feed failed: received an HTML page, not a feed");
            assertThat(reader.read(Topics.TAGGED).stream().map(TaggedArticle::article))
                    .filteredOn(article -> String.valueOf(article.url()).endsWith("/no-text"))
                    .singleElement()
                    .satisfies(BadInputIT::assertWithoutTextAndDate);
            assertThat(reader.read(Topics.DEAD_LETTERS)).singleElement().satisfies(BadInputIT::assertTellsWhereAndWhy);
            assertThat(reader.read(Topics.ALERTS))
                    .extracting(Alert::article)
                    .extracting(article -> String.valueOf(article.url()))
                    .containsExactly(good.ledger().getLast());
        }
    }

    @Test
    void shouldNotStartOnAKeyThatItDoesNotKnow() throws Exception {
        UpProcess.configure(home, List.of(address("/odd")), 0);
        Path settings = home.resolve("config/dyadwire.yaml");
        Files.writeString(settings, Files.readString(settings).replace("interval:", "intervall:"));

        up = UpProcess.start(home, Instant.now());

        assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(up.exitValue()).isEqualTo(1);
        assertThat(log()).contains(settings + ":5: ingest.intervall: is not known", "did you mean 'interval'?");
        assertThat(home.resolve("data")).doesNotExist();
    }

    private static void assertWithoutTextAndDate(Article article) {
        assertThat(article.title()).isEqualTo("Oslo and Stockholm in short");
        assertThat(article.text()).isEmpty();
        assertThat(article.publishedAt()).isNull();
    }

    private static void assertTellsWhereAndWhy(DeadLetter letter) {
        assertThat(letter.stage()).isEqualTo("read-article");
        assertThat(letter.topic()).isEqualTo(Topics.ARTICLES.name());
        assertThat(letter.offset()).isNotNegative();
        assertThat(letter.reason()).isNotBlank();
        assertThat(letter.value()).isEqualTo(DeadLetter.encode(NO_JSON));
    }

    private String awaitBroker() {
        Path folder = home.resolve("data").resolve("kafka");
        waiting("Kafka and its topics").until(() -> log().contains("Topics are there"));
        return RunningBroker.on(folder).orElseThrow().bootstrapServers();
    }

    private ConditionFactory waiting(String what) {
        return await(what).atMost(Duration.ofMinutes(4)).failFast("up has ended", () -> !up.isAlive());
    }

    private static void write(String bootstrap, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), value)).get();
        }
    }

    private void serve(String path, String text) {
        byte[] body = text.strip().getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private String log() throws IOException {
        return Files.readString(UpProcess.log(home));
    }
}

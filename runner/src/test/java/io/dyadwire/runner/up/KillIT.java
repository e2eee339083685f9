package io.dyadwire.runner.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.RunningBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code up} is killed again and again while its feeds grow, each time at a random moment after it has shown that it
 * works; once more, at another, while it still starts. A reader of committed records then has every item once on every
 * topic, and no feed was asked sooner than the last committed poll of it had promised. {@code -Dkill.rounds=10 -Dkill.seed=7} for more of it.
 */
class KillIT {
    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final Topic<Alert> DESK = Topics.alertsOf(new DeskId("nordic"));
    private static final Topic<?>[] TOPICS = {Topics.FEEDS, Topics.ARTICLES, Topics.TAGGED, Topics.ALERTS, DESK};

    /** Some seconds on a machine that has nothing else to do. A group waits 45 s for a dead member that it does not know. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

    @TempDir
    private Path home;

    private final Instant clockStart = Instant.now();
    private final Random random = new Random(SEED);
    private final ScheduledExecutorService author = Executors.newSingleThreadScheduledExecutor();
    private GrowingFeeds feeds;
    private int port;
    private Process up;

    @BeforeEach
    void start() throws Exception {
        feeds = new GrowingFeeds(3, new QuickClock(clockStart));
        port = portThatClientsDoNotGet();
        List<URI> all = new ArrayList<>(feeds.addresses());
        all.add(feeds.busy());
        UpProcess.configure(home, all, port);
        up = UpProcess.start(home, clockStart);
    }

    @AfterEach
    void stop() throws Exception {
        author.shutdownNow();
        up.destroyForcibly().waitFor();
        feeds.close();
    }

    @Test
    void shouldLoseNothingAndRepeatNothingWhenKilledAgainAndAgain() throws Exception {
        awaitBroker();
        try (CommittedReader reader = reader()) {
            waiting("first items")
                    .until(() -> poll(reader, Topics.TAGGED).size()
                            == feeds.addresses().size());
            List<String> oldNews = feeds.ledger();
            Future<?> writing = author.scheduleAtFixedRate(feeds::add, 0, 250, TimeUnit.MILLISECONDS);

            List<Duration> silences = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                awaitNewAlert(reader);
                killWithin(3_000);
                if (round % 3 == 1) {
                    up = UpProcess.start(home, clockStart);
                    killWithin(6_000);
                }
                up = UpProcess.start(home, clockStart);
                awaitBroker();
                silences.add(awaitNewAlert(reader));
            }
            assertThat(writing.isDone()).as("the feeds still grow").isFalse();
            author.shutdownNow();
            assertThat(author.awaitTermination(5, TimeUnit.SECONDS)).isTrue();

            List<String> items = feeds.ledger();
            List<String> news = items.subList(oldNews.size(), items.size());
            waiting("every item alerted").until(() -> poll(reader, DESK).size() >= news.size());
            reader.readToTheEnd();
            assertOnce(reader, items, news);
            try (CommittedReader another = reader()) {
                another.readToTheEnd();
                assertOnce(another, items, news);
            }
            List<GrowingFeeds.Request> requests = feeds.requests();
            reader.readToTheEnd();
            assertPromisesKept(requests, reader.read(Topics.FEEDS));
            LOG.atWarn()
                    .addKeyValue("kills", ROUNDS)
                    .addKeyValue("seed", SEED)
                    .addKeyValue("items", items.size())
                    .addKeyValue("requests", requests.size())
                    .addKeyValue("silenceOnceKafkaIsBack", silences)
                    .log("Killed again and again; nothing lost, nothing repeated, nobody hurried");
            assertThat(silences).allSatisfy(silence -> assertThat(silence).isLessThan(LONGEST_SILENCE));
        }
    }

    private static void assertOnce(CommittedReader reader, List<String> items, List<String> news) {
        assertThat(urls(reader.read(Topics.ARTICLES).stream()))
                .as("articles, seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(items);
        assertThat(urls(reader.read(Topics.TAGGED).stream().map(TaggedArticle::article)))
                .as("tagged articles, seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(items);
        assertThat(alerted(reader.read(Topics.ALERTS)))
                .as("alerts, seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(news);
        assertThat(alerted(reader.read(DESK)))
                .as("alerts of the desk, seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(news);
    }

    /** A request that was broken off by a kill promised nothing, and is made again. */
    private void assertPromisesKept(List<GrowingFeeds.Request> requests, List<FeedState> states) {
        Map<URI, List<FeedState>> byFeed = states.stream().collect(Collectors.groupingBy(FeedState::url));
        for (GrowingFeeds.Request request : requests) {
            byFeed.getOrDefault(request.feed(), List.of()).stream()
                    .filter(state ->
                            state.lastPollAt() != null && !state.lastPollAt().isAfter(request.at()))
                    .reduce((earlier, later) -> later)
                    .ifPresent(last -> assertThat(request.at())
                            .as("asked for %s, last at %s, seed %d", request.feed(), last.lastPollAt(), SEED)
                            .isAfterOrEqualTo(last.nextPollAt()));
        }
        assertThat(states)
                .as("the one that asks for patience was asked before a kill")
                .anyMatch(state -> state.url().equals(feeds.busy()) && state.lastPollAt() != null);
    }

    /** Until the process that runs now has alerted an item that is newer than this call; returns how long that took. */
    private Duration awaitNewAlert(CommittedReader reader) {
        long start = System.nanoTime();
        List<String> before = feeds.ledger();
        waiting("an alert of something new").until(() -> {
            List<String> alerted = alerted(poll(reader, Topics.ALERTS));
            return feeds.ledger().stream().skip(before.size()).anyMatch(alerted::contains);
        });
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void killWithin(int millis) throws InterruptedException {
        boolean ended = up.waitFor(random.nextInt(millis), TimeUnit.MILLISECONDS);
        assertThat(ended).as("ended by itself; see %s", UpProcess.log(home)).isFalse();
        up.destroyForcibly().waitFor();
        assertThat(up.exitValue()).as("killed, seed %d", SEED).isEqualTo(128 + 9);
    }

    private void awaitBroker() {
        Path folder = home.resolve("data").resolve("kafka");
        waiting("Kafka").until(() -> RunningBroker.on(folder)
                .filter(broker -> broker.pid() == up.pid())
                .isPresent());
    }

    /** Waits for as long as the process lives. */
    private ConditionFactory waiting(String what) {
        return await(what)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(50))
                .failFast("up has ended", () -> !up.isAlive());
    }

    private CommittedReader reader() {
        return new CommittedReader("127.0.0.1:" + port, TOPICS);
    }

    private static <V> List<V> poll(CommittedReader reader, Topic<V> topic) {
        reader.poll();
        return reader.read(topic);
    }

    private static List<String> urls(Stream<Article> articles) {
        return articles.map(Article::url).map(String::valueOf).toList();
    }

    private static List<String> alerted(List<Alert> alerts) {
        return alerts.stream()
                .map(Alert::article)
                .filter(Objects::nonNull)
                .map(article -> String.valueOf(article.url()))
                .toList();
    }

    /** Below those that systems give to clients: a client that looks for the dead broker could be given its port. */
    private static int portThatClientsDoNotGet() {
        return new Random()
                .ints(20_000, 32_000)
                .filter(KillIT::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

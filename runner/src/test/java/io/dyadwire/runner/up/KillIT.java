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
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline is killed again and again while its feeds grow. Afterwards a reader of committed records finds every
 * item once on every topic. {@code -Dkill.rounds=10 -Dkill.seed=7} for more of it.
 */
class KillIT {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final long SEED = Long.getLong("kill.seed", 20190824L);

    @TempDir
    private Path folder;

    private final Instant clockStart = Instant.now();
    private final ScheduledExecutorService author = Executors.newSingleThreadScheduledExecutor();
    private GrowingFeeds feeds;
    private Process up;

    @BeforeEach
    void start() throws Exception {
        feeds = new GrowingFeeds(3, new QuickClock(clockStart));
        up = UpProcess.start(folder, clockStart, feeds.addresses());
    }

    @AfterEach
    void stop() throws Exception {
        author.shutdownNow();
        up.destroyForcibly().waitFor();
        feeds.close();
    }

    @Test
    void shouldLoseNothingAndRepeatNothingWhenKilledAgainAndAgain() throws Exception {
        await("every feed polled once").atMost(Duration.ofMinutes(2)).until(this::everyFeedPolled);
        int oldNews = feeds.ledger().size();
        ScheduledFuture<?> writing = author.scheduleAtFixedRate(feeds::add, 0, 250, TimeUnit.MILLISECONDS);

        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            boolean ended = up.waitFor(2_000 + random.nextInt(10_000), TimeUnit.MILLISECONDS);
            assertThat(ended)
                    .as("it ended by itself; see %s", folder.resolve("up.log"))
                    .isFalse();
            up.destroyForcibly().waitFor();
            up = UpProcess.start(folder, clockStart, feeds.addresses());
        }
        assertThat(writing.isDone()).as("the feeds still grow").isFalse();
        author.shutdownNow();
        assertThat(author.awaitTermination(5, TimeUnit.SECONDS)).isTrue();

        List<String> items = feeds.ledger().stream().map(URI::toString).toList();
        List<String> news = items.subList(oldNews, items.size());
        await("every item alerted").atMost(Duration.ofMinutes(2)).until(() -> alerted()
                .containsAll(news));
        assertThat(published()).as("news.articles, %d items", items.size()).containsExactlyInAnyOrderElementsOf(items);
        assertThat(tagged()).as("news.tagged").containsExactlyInAnyOrderElementsOf(items);
        assertThat(alerted()).as("news.alerts").containsExactlyInAnyOrderElementsOf(news);
        assertThat(read(Topics.alertsOf(new DeskId("nordic")))).hasSameSizeAs(news);
    }

    private boolean everyFeedPolled() {
        return read(Topics.FEEDS).stream().map(FeedState::feedId).distinct().count()
                == feeds.addresses().size();
    }

    private List<String> published() {
        return read(Topics.ARTICLES).stream().map(KillIT::name).toList();
    }

    private List<String> tagged() {
        return read(Topics.TAGGED).stream()
                .map(TaggedArticle::article)
                .map(KillIT::name)
                .toList();
    }

    private List<String> alerted() {
        return read(Topics.ALERTS).stream()
                .map(Alert::article)
                .map(article -> String.valueOf(article.url()))
                .toList();
    }

    /** The address of a first version; an edit, of which there are none, would not be in the ledger. */
    private static String name(Article article) {
        return article.version() == 1 ? String.valueOf(article.url()) : article.url() + " edited";
    }

    /** All that is committed on the topic now; nothing while the broker is not there yet. */
    private <V> List<V> read(Topic<V> topic) {
        return RunningBroker.on(folder.resolve("kafka"))
                .map(broker -> read(topic, broker.bootstrapServers()))
                .orElse(List.of());
    }

    private static <V> List<V> read(Topic<V> topic, String bootstrap) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "default.api.timeout.ms",
                60_000);
        try (var consumer = new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int partition = 0; partition < topic.partitions(); partition++) {
                partitions.add(new TopicPartition(topic.name(), partition));
            }
            if (!consumer.listTopics().containsKey(topic.name())) {
                return List.of();
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<V> values = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, V> record : consumer.poll(Duration.ofMillis(200))) {
                    values.add(record.value());
                }
            }
            return values;
        }
    }
}

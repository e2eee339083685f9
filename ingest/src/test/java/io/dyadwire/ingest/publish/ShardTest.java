package io.dyadwire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.ingest.Items;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.fetch.Answer;
import io.dyadwire.ingest.poll.Planner;
import io.dyadwire.ingest.poll.Poll;
import io.dyadwire.ingest.poll.PollPlan;
import io.dyadwire.ingest.schedule.PollSchedule;
import io.dyadwire.ingest.state.FeedBook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ShardTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");
    private final MemoryKafka kafka = new MemoryKafka();
    private final Planner planner = new Planner(
            new PollSchedule(Duration.ofHours(1), Duration.ofDays(1)), Duration.ofMinutes(15), url -> false);

    @Test
    void shouldCommitArticlesAndStateTogetherWithKeyTimeAndHeaders() throws Exception {
        try (Opened publisher = opened()) {
            publish(publisher, "a", "One", "Two");
        }

        assertThat(kafka.committed())
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.ARTICLES.name(), Topics.ARTICLES.name(), Topics.FEEDS.name());
        ProducerRecord<String, byte[]> article = kafka.committed().getFirst();
        assertThat(article.key()).isEqualTo(kafka.articles().getFirst().id().value());
        assertThat(article.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(header(article, "ce_type")).isEqualTo("io.dyadwire.article.published.v1");
        assertThat(header(article, "ce_id")).isEqualTo(article.key() + ":1");
        assertThat(header(kafka.committed().get(2), "ce_subject")).isEqualTo("a");
    }

    @Test
    void shouldGoOnWhereItStoppedAfterARestart() throws Exception {
        try (Opened before = opened()) {
            publish(before, "a", "One", "Two");
        }
        try (Opened after = opened()) {
            assertThat(after.shard.state("a").orElseThrow().known()).hasSize(2);
            PollPlan plan = publish(after, "a", "Two", "Three");
            assertThat(plan.articles()).extracting(Article::title).containsExactly("Three");
        }

        assertThat(kafka.articles()).extracting(Article::title).containsExactlyInAnyOrder("One", "Two", "Three");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNeitherLoseNorRepeatWhenTheAnswerToACommitIsLost(boolean wentThrough) throws Exception {
        try (Opened publisher = opened()) {
            kafka.loseAnswerOfNextCommit(wentThrough);
            publish(publisher, "a", "One");

            assertThat(kafka.timesOpened()).isEqualTo(2);
            assertThat(publisher.troubles).hasSize(1);
        }
        assertThat(kafka.articles()).extracting(Article::title).containsExactly("One");
    }

    @Test
    void shouldHoldPollsWhileTheBrokerIsAway() throws Exception {
        try (Opened publisher = opened()) {
            kafka.goAway();
            CompletableFuture<PollPlan> waiting = CompletableFuture.supplyAsync(() -> publishUnchecked(publisher));
            await().until(() -> !publisher.troubles.isEmpty());
            assertThat(waiting).isNotDone();
            assertThat(kafka.articles()).isEmpty();

            kafka.comeBack();
            assertThat(waiting.get().articles()).hasSize(1);
        }
        assertThat(kafka.articles()).hasSize(1);
    }

    @Test
    void shouldPublishNothingOnceAnotherInstanceHasThePartition() throws Exception {
        try (Opened publisher = opened()) {
            publisher.stillOurs = false;
            kafka.fence();

            assertThatExceptionOfType(StoppedException.class).isThrownBy(() -> publish(publisher, "a", "One"));
            assertThat(publisher.troubles).containsExactly("another instance writes this partition");
        }
        assertThat(kafka.articles()).isEmpty();
    }

    @Test
    void shouldReadAllAnewWhenItWasFencedButThePartitionIsItsOwnAgain() throws Exception {
        try (Opened publisher = opened()) {
            kafka.fence();
            kafka.write(article("http://x.example/One"));

            assertThat(publish(publisher, "a", "One", "Two").articles())
                    .extracting(Article::title)
                    .containsExactly("Two");
        }
    }

    @Test
    void shouldLetTwoPartitionsPublishAnArticleOnce() throws Exception {
        SharedBook book = new SharedBook();
        Poll poll = poll("One");
        PollPlan first = book.plan(1, committed -> plan(committed, "a", poll));
        CompletableFuture<PollPlan> second = CompletableFuture.supplyAsync(() -> {
            try {
                return book.plan(2, committed -> plan(committed, "b", poll));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().during(Duration.ofMillis(50)).until(() -> !second.isDone());

        book.committed(1, first.state());

        assertThat(first.articles()).hasSize(1);
        assertThat(second.get().articles()).isEmpty();
    }

    @Test
    void shouldFailOnlyThePollThatKafkaRefuses() throws Exception {
        try (Opened publisher = opened()) {
            kafka.failNextCommit(new RecordTooLargeException("too large for the topic"));

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> publish(publisher, "a", "One"))
                    .withMessage("Kafka refuses the record: too large for the topic");
            publish(publisher, "b", "Two");
        }
        assertThat(kafka.articles()).extracting(Article::title).containsExactly("Two");
    }

    @Test
    void shouldEndAtOnceWhileTheBrokerIsAway() {
        kafka.goAway();
        Opened publisher = new Opened();
        CompletableFuture<PollPlan> waiting = CompletableFuture.supplyAsync(() -> publishUnchecked(publisher));
        await().until(() -> publisher.troubles.stream().anyMatch(trouble -> trouble.contains("no broker")));

        publisher.close();

        await().until(waiting::isCompletedExceptionally);
    }

    @Test
    void shouldStartAFeedOverWhoseStateCannotBeRead() throws Exception {
        byte[] noise = "no state".getBytes(StandardCharsets.UTF_8);
        kafka.write(new ProducerRecord<>(Topics.FEEDS.name(), "a", noise));

        // What the test reads back must not stumble over the noise.
        try (Opened publisher = opened()) {
            assertThat(publisher.shard.state("a")).isEmpty();
            assertThat(publish(publisher, "a", "One").articles().getFirst().backfill())
                    .isTrue();
        }
    }

    private PollPlan publish(Opened publisher, String feed, String... titles)
            throws InterruptedException, StoppedException {
        Poll poll = poll(titles);
        return publisher.shard.publish(book -> plan(book, feed, poll));
    }

    private static Poll poll(String... titles) {
        var items = Arrays.stream(titles)
                .map(title -> Items.item(null, "http://x.example/" + title, title, "text"))
                .toArray(ParsedItem[]::new);
        return new Poll.Read(NOW, Items.feed(items), "hash", Answer.BARE);
    }

    private PollPlan plan(FeedBook book, String feed, Poll poll) {
        FeedSource source = Items.source(feed);
        FeedState before = book.state(feed).orElseGet(() -> planner.fresh(source, NOW));
        return planner.plan(source, before, book, poll);
    }

    /** Feed a as another instance left it, which has published the item with this address. */
    private ProducerRecord<String, byte[]> article(String address) {
        String title = address.substring(address.lastIndexOf('/') + 1);
        FeedState state = plan(new FeedBook(), "a", poll(title)).state();
        return new ProducerRecord<>(
                Topics.FEEDS.name(), "a", Topics.FEEDS.valueSerde().write(state));
    }

    private Opened opened() throws InterruptedException, StoppedException {
        Opened opened = new Opened();
        assertThat(opened.shard.state("nobody")).isEmpty();
        return opened;
    }

    /** A shard in a group that always says that it is ours, unless told otherwise. */
    private final class Opened implements AutoCloseable {
        private final List<String> troubles = new CopyOnWriteArrayList<>();
        private final Shard shard;
        private volatile boolean stillOurs = true;

        private Opened() {
            Connections connections = kafka.connections();
            int partition = Topics.FEEDS.partitionOf("a");
            FeedLog log = new FeedLog(partition, () -> connections.producers().apply(partition), connections.readers());
            shard = new Shard(
                    partition,
                    log,
                    new SharedBook(),
                    new Nobody(),
                    InstantSource.fixed(NOW),
                    this::confirm,
                    Duration.ofMillis(5));
            shard.open();
        }

        private void confirm(BrokerTrouble why) {
            troubles.add(why.getMessage());
            if (stillOurs) {
                shard.open();
            } else {
                Thread.ofVirtual().start(() -> shard.close(Duration.ZERO));
            }
        }

        @Override
        public void close() {
            shard.close(Duration.ofSeconds(1));
        }
    }

    private static final class Nobody implements Wanted {
        @Override
        public void wanted(Shard shard, FeedSource source, Optional<FeedState> state) {
            throw new AssertionError("nothing was defined");
        }

        @Override
        public void unwanted(String feedId) {
            throw new AssertionError("nothing was defined");
        }

        @Override
        public void dropped(Shard shard) {
            assertThat(shard).isNotNull();
        }
    }

    private PollPlan publishUnchecked(Opened publisher) {
        try {
            return publish(publisher, "a", "One");
        } catch (InterruptedException | StoppedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

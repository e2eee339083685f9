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
import io.dyadwire.ingest.publish.Publisher.StoppedException;
import io.dyadwire.ingest.schedule.PollSchedule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PublisherTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");
    private final MemoryKafka kafka = new MemoryKafka();
    private final Planner planner = new Planner(
            new PollSchedule(Duration.ofHours(1), Duration.ofDays(1)), Duration.ofMinutes(15), url -> false);

    @Test
    void shouldCommitArticlesAndStateTogetherWithKeyTimeAndHeaders() throws Exception {
        try (Publisher publisher = kafka.publisher()) {
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
        try (Publisher before = kafka.publisher()) {
            publish(before, "a", "One", "Two");
        }
        try (Publisher after = kafka.publisher()) {
            assertThat(after.state("a").orElseThrow().known()).hasSize(2);
            PollPlan plan = publish(after, "a", "Two", "Three");
            assertThat(plan.articles()).extracting(Article::title).containsExactly("Three");
        }

        assertThat(kafka.articles()).extracting(Article::title).containsExactlyInAnyOrder("One", "Two", "Three");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNeitherLoseNorRepeatWhenTheAnswerToACommitIsLost(boolean wentThrough) throws Exception {
        try (Publisher publisher = kafka.publisher()) {
            publisher.open();
            kafka.loseAnswerOfNextCommit(wentThrough);
            publish(publisher, "a", "One");

            assertThat(kafka.timesOpened()).isEqualTo(2);
            assertThat(publisher.problem()).isEmpty();
        }
        assertThat(kafka.articles()).extracting(Article::title).containsExactly("One");
    }

    @Test
    void shouldHoldPollsWhileTheBrokerIsAway() throws Exception {
        try (Publisher publisher = kafka.publisher()) {
            publisher.open();
            kafka.goAway();
            CompletableFuture<PollPlan> waiting = CompletableFuture.supplyAsync(() -> publishUnchecked(publisher));
            await().until(() -> publisher.problem().isPresent());
            assertThat(waiting).isNotDone();
            assertThat(kafka.articles()).isEmpty();

            kafka.comeBack();
            assertThat(waiting.get().articles()).hasSize(1);
            assertThat(publisher.problem()).isEmpty();
        }
        assertThat(kafka.articles()).hasSize(1);
    }

    @Test
    void shouldStopForGoodWhenAnotherWritesUnderItsName() throws Exception {
        try (Publisher publisher = kafka.publisher()) {
            publisher.open();
            kafka.fence();

            assertThatExceptionOfType(StoppedException.class).isThrownBy(() -> publish(publisher, "a", "One"));
            assertThat(publisher.fatal()).contains("another ingest writes under our transactional id");
        }
        assertThat(kafka.articles()).isEmpty();
    }

    @Test
    void shouldFailOnlyThePollThatKafkaRefuses() throws Exception {
        try (Publisher publisher = kafka.publisher()) {
            publisher.open();
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
        Publisher publisher = kafka.publisher();
        CompletableFuture<PollPlan> waiting = CompletableFuture.supplyAsync(() -> publishUnchecked(publisher));
        await().until(() ->
                publisher.problem().filter(p -> p.contains("no broker")).isPresent());

        publisher.close();

        await().until(waiting::isCompletedExceptionally);
    }

    @Test
    void shouldStartAFeedOverWhoseStateCannotBeRead() throws Exception {
        byte[] noise = "no state".getBytes(StandardCharsets.UTF_8);
        kafka.write(new ProducerRecord<>(Topics.FEEDS.name(), "a", noise));

        // What the test reads back must not stumble over the noise.
        try (Publisher publisher = kafka.publisher()) {
            assertThat(publisher.state("a")).isEmpty();
            assertThat(publish(publisher, "a", "One").articles().getFirst().backfill())
                    .isTrue();
        }
    }

    private PollPlan publish(Publisher publisher, String feed, String... titles)
            throws InterruptedException, StoppedException {
        FeedSource source = Items.source(feed);
        var items = Arrays.stream(titles)
                .map(title -> Items.item(null, "http://x.example/" + title, title, "text"))
                .toArray(ParsedItem[]::new);
        Poll poll = new Poll.Read(NOW, Items.feed(items), "hash", Answer.BARE);
        return publisher.publish(book -> {
            FeedState before = book.state(feed).orElseGet(() -> planner.fresh(source, NOW));
            return planner.plan(source, before, book, poll);
        });
    }

    private PollPlan publishUnchecked(Publisher publisher) {
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

package io.dyadwire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.ProcessorConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggingTopologyTest {
    private static final Pair PAIR = Pair.of("JPN", "KOR");
    private static final Span WHOLE = new Span(Field.TEXT, 0, 33);

    @TempDir
    private Path dir;

    private Instant now = Articles.AT;
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> in;

    @BeforeEach
    void start() {
        Properties settings = settings();
        driver = new TopologyTestDriver(topology().build(settings), settings, Articles.AT);
        in = driver.createInputTopic(Topics.ARTICLES.name(), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldTagAnArticleAndSplitItsPairsAndDeadlines() {
        send(Articles.article("a", 1));

        TestRecord<String, TaggedArticle> tagged = out(Topics.TAGGED).readRecord();
        assertThat(tagged.key()).isEqualTo("a");
        assertThat(tagged.timestamp()).isEqualTo(Articles.AT.toEpochMilli());
        assertThat(out(Topics.PAIRS).readRecord().key()).isEqualTo("JPN-KOR");
        assertThat(out(Topics.PAIR_ACTIVITY).readValue().articles()).isEqualTo(1);
        Deadline deadline = out(Topics.DEADLINES).readValue();
        assertThat(deadline.date()).isEqualTo(new PartialDate("2019-08-24"));
        assertThat(deadline.latest().quote()).isEqualTo("Japan and South Korea hold talks.");
    }

    @Test
    void shouldPutOnlyItsOwnEnvelopeOnWhatLeaves() {
        Article article = Articles.article("a", 1);
        byte[] value = Topics.ARTICLES.valueSerde().write(article);
        in.pipeInput(new TestRecord<>("a", value, Topics.ARTICLES.headers(article), article.fetchedAt()));

        var headers = out(Topics.TAGGED).readRecord().headers();

        assertThat(headers.toArray()).hasSize(7);
        assertThat(new String(headers.lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("io.dyadwire.article.tagged.v1");
    }

    @Test
    void shouldDropTheSameArticleFromAnotherFeedAndLetAnEditThrough() {
        send(Articles.article("a", 1));
        send(Articles.article("a", 1, "other", "Tokyo and Seoul talk"));
        send(Articles.article("a", 1));
        send(Articles.article("a", 2));

        assertThat(out(Topics.TAGGED).readValuesToList())
                .extracting(t -> t.article().version())
                .containsExactly(1, 2);
        assertThat(out(Topics.PAIR_ACTIVITY).readValuesToList()).hasSize(1);
    }

    @Test
    void shouldTurnWhatItCannotReadIntoADeadLetterAndGoOn() {
        in.pipeInput("bad", new byte[] {(byte) 0xfe, 0, 7}, Articles.AT);
        in.pipeInput("none", (byte[]) null, Articles.AT);
        in.pipeInput(null, "[".repeat(90_000).getBytes(StandardCharsets.UTF_8), Articles.AT);
        send(Articles.article("a", 1));

        List<DeadLetter> letters = out(Topics.DEAD_LETTERS).readValuesToList();
        assertThat(letters).extracting(DeadLetter::stage).containsOnly("read-article");
        assertThat(letters).extracting(DeadLetter::offset).containsExactly(0L, 1L, 2L);
        assertThat(letters.getFirst().value()).isEqualTo("/gAH");
        assertThat(letters.get(1).reason()).isEqualTo("the record has no value");
        assertThat(letters.get(2).valueBytes()).isEqualTo(90_000);
        assertThat(out(Topics.TAGGED).readValuesToList()).hasSize(1);
    }

    @Test
    void shouldTurnAnArticleThatBreaksTheTaggerIntoADeadLetterAndGoOn() {
        send(Articles.article("deep", 1, Articles.FEED, "overflow"));
        send(Articles.article("cast", 1, Articles.FEED, "cast"));
        send(Articles.article("a", 1));

        assertThat(out(Topics.DEAD_LETTERS).readValuesToList())
                .extracting(DeadLetter::stage, DeadLetter::key)
                .containsExactly(tuple("tag-article", "deep"), tuple("tag-article", "cast"));
        assertThat(out(Topics.TAGGED).readValuesToList()).hasSize(1);
    }

    @Test
    void shouldLetADeadlinePassWithoutNewInputAndForgetItLater() {
        send(Articles.article("a", 1));
        TestOutputTopic<String, Deadline> deadlines = out(Topics.DEADLINES);
        deadlines.readValue();

        now = Instant.parse("2019-08-24T23:59:00Z");
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(deadlines.isEmpty()).isTrue();

        now = Instant.parse("2019-08-25T00:00:01Z");
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(deadlines.readValue().state()).isEqualTo(DeadlineState.PASSED);

        now = Instant.parse("2019-10-25T00:00:00Z");
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(deadlines.readRecord().value()).isNull();
        assertThat(deadlines.isEmpty()).isTrue();
    }

    /** A change here is a decision: does the state of a running system survive it? */
    @Test
    void shouldKeepTheGraphAsStored() throws IOException {
        String graph = topology().build(settings()).describe().toString();
        Path actual = Path.of("target", "tagging-topology.txt");
        Files.writeString(actual, graph);

        try (InputStream stored = getClass().getResourceAsStream("tagging-topology.txt")) {
            assertThat(graph)
                    .as("if the change is meant, copy %s over the stored text", actual)
                    .isEqualTo(new String(stored.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private TaggingTopology topology() {
        return new TaggingTopology(
                TaggingTopologyTest::tag, () -> now, Duration.ofSeconds(10), new SimpleMeterRegistry(), false);
    }

    private Properties settings() {
        return StreamsSettings.of(ProcessorConfig.defaults(dir), Map.of("bootstrap.servers", "localhost:1"));
    }

    private void send(Article article) {
        in.pipeInput(article.id().value(), Topics.ARTICLES.valueSerde().write(article), article.fetchedAt());
    }

    private <V> TestOutputTopic<String, V> out(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), topic.valueSerde().deserializer());
    }

    private static TaggedArticle tag(Article article) {
        if (article.title().equals("overflow")) {
            return tag(article);
        }
        if (article.title().equals("cast")) {
            throw new ClassCastException("not that");
        }
        var deadline = new DeadlineTag(
                "gsomia",
                new PartialDate("2019-08-24"),
                Precision.DAY,
                DeadlineKind.DEADLINE,
                "Aug. 24",
                "decision on the pact",
                List.of(PAIR),
                List.of(),
                0.9,
                List.of(new Span(Field.TEXT, 54, 61), WHOLE));
        return new TaggedArticle(
                article,
                List.of(),
                List.of(new PairTag(PAIR, 0.8, true, PAIR.second(), PAIR.first(), List.of(WHOLE))),
                List.of(),
                List.of(),
                List.of(deadline),
                null,
                "test");
    }
}

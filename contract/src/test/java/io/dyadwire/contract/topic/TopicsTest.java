package io.dyadwire.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dyadwire.contract.RandomEvents;
import io.dyadwire.contract.Samples;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
    private static final Instant AT = Instant.parse("2019-08-20T06:41:12.408Z");

    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @Test
    void shouldPutKeyTimeAndEnvelopeOnARecord() {
        Article article = Samples.sample("article-v1", Article.class);

        ProducerRecord<String, Article> published = Topics.ARTICLES.record(article, AT);

        assertThat(published.topic()).isEqualTo("news.articles");
        assertThat(published.partition()).isNull();
        assertThat(published.timestamp()).isEqualTo(AT.toEpochMilli());
        assertThat(published.key()).isEqualTo(article.id().value());
        assertThat(published.value()).isEqualTo(article);
        assertThat(texts(published.headers()))
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "f3c3ea0c582122d30ffa970bd58df674:2"),
                        Map.entry("ce_source", "/dyadwire/ingest"),
                        Map.entry("ce_type", "io.dyadwire.article.published.v1"),
                        Map.entry("ce_subject", "f3c3ea0c582122d30ffa970bd58df674"),
                        Map.entry("ce_time", "2019-08-20T06:41:12.408Z"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void shouldLeaveOutATimeThatTheEventDoesNotSay() {
        RuleRecord rule = Samples.sample("rule-v1", RuleRecord.class);

        assertThat(texts(Topics.RULES.headers(rule)))
                .containsEntry("ce_id", "rule:intelligence-pact:3")
                .doesNotContainKey("ce_time");
    }

    @ParameterizedTest
    @MethodSource("topics")
    <V> void shouldGiveEveryEventAnEnvelope(Topic<V> topic) {
        var events = new RandomEvents(3);

        for (int i = 0; i < 100; i++) {
            V event = events.one(topic.type());

            assertThat(topic.key().apply(event)).isNotBlank();
            assertThat(topic.headers(event)).isEqualTo(topic.headers(event));
            assertThat(texts(topic.headers(event)))
                    .containsKeys("ce_id", "ce_source", "ce_subject")
                    .hasEntrySatisfying("ce_type", type -> assertThat(type).matches("io\\.dyadwire(\\.[a-z]+)+\\.v1"));
        }
    }

    @Test
    void shouldTakeAKeyOffACompactedTopicOnly() {
        ProducerRecord<String, ?> tombstone = Topics.RULES.tombstone("rule:a", AT);

        assertThat(tombstone.key()).isEqualTo("rule:a");
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.headers()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.ARTICLES.tombstone("a", AT));
    }

    @Test
    void shouldKnowThePartitionThatKafkaTakesForAKey() {
        for (String key : List.of("example-asia", "a", "www.東京.example", "0")) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            assertThat(Topics.FEEDS.partitionOf(key))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(bytes, Topics.FEEDS.partitions()));
        }
        assertThat(Topics.FEED_SOURCES.partitions()).isEqualTo(Topics.FEEDS.partitions());
    }

    @Test
    void shouldGiveEachDeskItsOwnTopic() {
        Topic<Alert> own = Topics.alertsOf(new DeskId("northeast-asia"));

        assertThat(own.name()).isEqualTo("news.alerts.northeast-asia");
        assertThat(own.partitions()).isEqualTo(1);
        assertThat(own.retention()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void shouldHaveEachNameOnce() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}

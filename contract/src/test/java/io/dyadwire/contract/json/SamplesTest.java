package io.dyadwire.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.Samples;
import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample that no longer reads is an event on somebody's topic that no longer reads: add fields, never change them. */
class SamplesTest {
    static Arguments[] samples() {
        return new Arguments[] {
            Arguments.of("article-v1", Topics.ARTICLES),
            Arguments.of("article-v2", Topics.ARTICLES),
            Arguments.of("tagged-article-v1", Topics.TAGGED),
            Arguments.of("tagged-article-v2", Topics.TAGGED),
            Arguments.of("tagged-article-v3", Topics.TAGGED),
            Arguments.of("tagged-article-v4", Topics.TAGGED),
            Arguments.of("pair-mention-v1", Topics.PAIRS),
            Arguments.of("pair-mention-v2", Topics.PAIRS),
            Arguments.of("pair-activity-v1", Topics.PAIR_ACTIVITY),
            Arguments.of("deadline-v1", Topics.DEADLINES),
            Arguments.of("deadline-v2", Topics.DEADLINES),
            Arguments.of("rule-v1", Topics.RULES),
            Arguments.of("rule-v2", Topics.RULES),
            Arguments.of("rule-due-v1", Topics.RULES),
            Arguments.of("silence-v1", Topics.RULES),
            Arguments.of("alert-v1", Topics.ALERTS),
            Arguments.of("alert-v2", Topics.ALERTS),
            Arguments.of("alert-v3", Topics.ALERTS),
            Arguments.of("alert-decision-v1", Topics.DECISIONS),
            Arguments.of("desk-action-v1", Topics.DESK_ACTIONS),
            Arguments.of("delivery-v1", Topics.DELIVERIES),
            Arguments.of("delivery-v2", Topics.DELIVERIES),
            Arguments.of("channel-status-v1", Topics.CHANNELS),
            Arguments.of("feed-source-v1", Topics.FEED_SOURCES),
            Arguments.of("feed-state-v2", Topics.FEEDS),
            Arguments.of("feed-state-v3", Topics.FEEDS),
            Arguments.of("feed-state-v4", Topics.FEEDS),
            Arguments.of("dead-letter-v1", Topics.DEAD_LETTERS)
        };
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V> void shouldReadEachSampleAndWriteItTheSame(String name, Topic<V> topic) throws IOException {
        JsonNode stored = Samples.sample(name);
        byte[] bytes = Json.mapper().writeValueAsBytes(stored);

        V event = topic.valueSerde().read(bytes);

        JsonNode written = Json.mapper().readTree(topic.valueSerde().write(event));
        assertThat(written).isEqualTo(stored);
    }

    /** Before there was health, trouble and pace. */
    @Test
    void shouldStillReadTheFirstFeedStates() throws IOException {
        byte[] bytes = Json.mapper().writeValueAsBytes(Samples.sample("feed-state-v1"));

        FeedState state = Topics.FEEDS.valueSerde().read(bytes);

        assertThat(state.health()).isEqualTo(FeedHealth.FAILING);
        assertThat(state.pace()).isNull();
        assertThat(state.listedUrl()).isNull();
        assertThat(state.ledger().polls()).isEqualTo(212);
        assertThat(state.change().done()).isEqualTo(state);
    }
}

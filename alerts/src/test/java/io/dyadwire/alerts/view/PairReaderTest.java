package io.dyadwire.alerts.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.topic.Topics;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PairReaderTest {
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final PairView view = new PairView();

    @Test
    void shouldKeepTheNewestOfEachAndTellThoseOfWhichMostIsWritten() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (int i = 0; i < Topics.PAIR_ACTIVITY.partitions(); i++) {
            offsets.put(new TopicPartition(Topics.PAIR_ACTIVITY.name(), i), 0L);
        }
        consumer.updateBeginningOffsets(offsets);
        offsets.put(new TopicPartition(Topics.PAIR_ACTIVITY.name(), 0), 5L);
        consumer.updateEndOffsets(offsets);
        PairReader reader = new PairReader(consumer, view);
        assertThat(view.isComplete()).isFalse();

        put(0, activity("JPN-KOR", "2019-08-13", 50));
        put(1, activity("JPN-KOR", "2019-08-14", 7));
        put(2, activity("CHN-USA", "2019-08-14", 9));
        put(3, activity("GBR-IRN", "2019-08-12", 90));
        consumer.addRecord(new ConsumerRecord<>(Topics.PAIR_ACTIVITY.name(), 0, 4, "broken", new byte[] {1}));
        reader.turn();

        assertThat(view.isComplete()).isTrue();
        assertThat(view.all()).extracting(one -> one.pair().value()).containsExactly("CHN-USA", "JPN-KOR", "GBR-IRN");
        assertThat(view.all().get(1).articles()).isEqualTo(7);
    }

    private void put(long offset, PairActivity activity) {
        consumer.addRecord(new ConsumerRecord<>(
                Topics.PAIR_ACTIVITY.name(),
                0,
                offset,
                activity.pair().value(),
                Topics.PAIR_ACTIVITY.valueSerde().write(activity)));
    }

    private static PairActivity activity(String pair, String day, long articles) {
        return new PairActivity(new Pair(pair), LocalDate.parse(day), articles, 3, null);
    }
}

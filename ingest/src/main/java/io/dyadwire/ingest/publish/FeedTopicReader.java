package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.ingest.source.NewestRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The states that stand in a partition of {@code news.feeds}. */
final class FeedTopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeedTopicReader.class);

    private FeedTopicReader() {}

    static List<FeedState> read(Consumer<String, byte[]> consumer, int partition) {
        List<FeedState> states = new ArrayList<>();
        NewestRecords.read(consumer, Topics.FEEDS.name(), IntStream.of(partition))
                .forEach(record -> take(record, states));
        return states;
    }

    private static void take(ConsumerRecord<String, byte[]> record, List<FeedState> states) {
        try {
            states.add(Topics.FEEDS.valueSerde().read(record.value()));
        } catch (SerializationException e) {
            // Somebody else wrote here. That feed starts over: its items come as backfill, not as news.
            LOG.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("A feed's state cannot be read and is left out");
        }
    }
}

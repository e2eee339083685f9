package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a partition of {@code news.feeds} from its beginning to where it ended when asked. */
final class FeedTopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeedTopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Polls without progress before we say that the broker does not answer. */
    private static final int PATIENCE = 150;

    private FeedTopicReader() {}

    /** The newest state of each feed. Only these are parsed: until the topic is compacted there may be many of one. */
    static List<FeedState> read(Consumer<String, byte[]> consumer, int partition) {
        TopicPartition feeds = new TopicPartition(Topics.FEEDS.name(), partition);
        consumer.assign(List.of(feeds));
        consumer.seekToBeginning(List.of(feeds));
        long end = consumer.endOffsets(List.of(feeds)).get(feeds);
        Map<String, ConsumerRecord<String, byte[]>> newest = new HashMap<>();
        int idle = 0;
        while (consumer.position(feeds) < end) {
            var records = consumer.poll(POLL);
            records.forEach(record -> newest.put(record.key(), record));
            idle = records.isEmpty() ? idle + 1 : 0;
            if (idle > PATIENCE) {
                throw new TimeoutException("reading " + feeds + " does not get on");
            }
        }
        List<FeedState> states = new ArrayList<>();
        newest.values().forEach(record -> take(record, states));
        return states;
    }

    private static void take(ConsumerRecord<String, byte[]> record, List<FeedState> states) {
        if (record.value() == null) {
            return;
        }
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

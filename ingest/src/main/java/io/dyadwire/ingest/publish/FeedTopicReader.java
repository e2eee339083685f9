package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.ingest.state.FeedBook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code news.feeds} from its beginning to where it ended when asked. */
final class FeedTopicReader {
    private static final Logger LOG = LoggerFactory.getLogger(FeedTopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Polls without progress before we say that the broker does not answer. */
    private static final int PATIENCE = 150;

    private FeedTopicReader() {}

    static FeedBook read(Consumer<String, byte[]> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(Topics.FEEDS.name());
        if (found == null || found.isEmpty()) {
            throw new UnknownTopicOrPartitionException("topic " + Topics.FEEDS.name() + " is missing");
        }
        List<TopicPartition> partitions = found.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        FeedBook book = new FeedBook();
        int idle = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            records.forEach(record -> take(book, record));
            idle = records.isEmpty() ? idle + 1 : 0;
            if (idle > PATIENCE) {
                throw new TimeoutException("reading " + Topics.FEEDS.name() + " does not get on");
            }
        }
        return book;
    }

    private static void take(FeedBook book, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            FeedState state = Topics.FEEDS.valueSerde().read(record.value());
            book.put(state);
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

package io.dyadwire.bench.feeds;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What came out on {@code news.articles}: each item of each feed, and how many came twice. */
record Published(Map<Integer, BitSet> items, long records, long twice) {
    private static final Pattern TITLE = Pattern.compile("Item (\\d+) of feed (\\d+)");

    static Published read(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        Map<Integer, BitSet> items = new HashMap<>();
        long records = 0;
        long twice = 0;
        try (var reader = new KafkaConsumer<>(
                settings,
                Topics.ARTICLES.keySerde().deserializer(),
                Topics.ARTICLES.valueSerde().deserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(Topics.ARTICLES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                for (var record : reader.poll(Duration.ofMillis(500))) {
                    records++;
                    twice += add(items, record.value()) ? 0 : 1;
                }
            }
        }
        return new Published(items, records, twice);
    }

    /** False when it was there. */
    private static boolean add(Map<Integer, BitSet> items, Article article) {
        Matcher title = TITLE.matcher(article.title());
        if (!title.matches()) {
            throw new IllegalStateException("not an article of ours: " + article.title());
        }
        BitSet feed = items.computeIfAbsent(Integer.parseInt(title.group(2)), id -> new BitSet());
        int item = Integer.parseInt(title.group(1));
        boolean fresh = !feed.get(item);
        feed.set(item);
        return fresh;
    }

    /** Items shown in answers that are not there. */
    long lost(int[] shown) {
        long lost = 0;
        for (int feed = 0; feed < shown.length; feed++) {
            lost += shown[feed]
                    - items.getOrDefault(feed, new BitSet()).get(0, shown[feed]).cardinality();
        }
        return lost;
    }
}

package io.dyadwire.processor.topology;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.deadline.Said;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Articles to tagged articles, pairs, pair activity and deadlines. What cannot be read or tagged becomes a dead letter.
 *
 * <p>Every step keeps the sum: articles read = dead letters + duplicates + tagged, each with a counter.
 */
public final class TaggingTopology {
    /** How long a task that looks for deadlines that are over keeps its news waiting. */
    public static final String TICK = "dyadwire.deadlines.tick";

    /** The stores of deadlines, as their changelogs are named. */
    public static final List<String> DEADLINE_STORES = List.of(DeadlineFollower.STORE, DeadlineFollower.BY_DAY);

    private final Function<Article, TaggedArticle> tagger;
    private final InstantSource clock;
    private final Duration tick;
    private final MeterRegistry meters;
    private final boolean keepForever;

    /**
     * @param tagger pure and thread-safe; what it throws becomes a dead letter
     * @param clock tells which deadlines have passed; asked every {@code tick} of real time and nowhere else
     * @param keepForever whether records carry times long past, see {@code TopicSetup}
     */
    public TaggingTopology(
            Function<Article, TaggedArticle> tagger,
            InstantSource clock,
            Duration tick,
            MeterRegistry meters,
            boolean keepForever) {
        this.tagger = tagger;
        this.clock = clock;
        this.tick = tick;
        this.meters = meters;
        this.keepForever = keepForever;
    }

    /** The graph. Starts nothing. */
    public Topology build(Properties settings) {
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));

        KStream<String, Outcome<Article>> read = readArticles(builder);
        KStream<String, Article> fresh = dropDuplicates(done(read, "articles-read"));
        KStream<String, Outcome<TaggedArticle>> tried = tag(fresh);
        KStream<String, TaggedArticle> tagged = done(tried, "articles-tagged");
        KStream<String, PairMention> pairs = splitByPair(tagged);
        KStream<String, PairActivity> activity = countByPair(pairs);
        KStream<String, Deadline> deadlines = followDeadlines(tagged);

        write(Topics.TAGGED, "tagged", tagged);
        write(Topics.PAIRS, "pairs", pairs);
        write(Topics.PAIR_ACTIVITY, "pair-activity", activity);
        write(Topics.DEADLINES, "deadlines", deadlines);
        write(Topics.DEAD_LETTERS, "unread", rejected(read, "articles-unread"));
        write(Topics.DEAD_LETTERS, "untagged", rejected(tried, "articles-untagged"));
        return builder.build();
    }

    /** Bytes in, so that no bad record can stop the source itself. */
    private KStream<String, Outcome<Article>> readArticles(StreamsBuilder builder) {
        JsonSerde<Article> articles = Topics.ARTICLES.valueSerde();
        KStream<String, byte[]> source = builder.stream(
                Topics.ARTICLES.name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray())
                        .withTimestampExtractor(new SourceTime())
                        .withName("articles"));
        return source.processValues(
                () -> new Guarded<>("read-article", articles::read, bytes -> bytes, meters), Named.as("read-article"));
    }

    private KStream<String, Article> dropDuplicates(KStream<String, Article> articles) {
        return articles.processValues(new DuplicateFilter(meters, keepForever), Named.as("drop-duplicates"));
    }

    private KStream<String, Outcome<TaggedArticle>> tag(KStream<String, Article> articles) {
        JsonSerde<Article> json = Topics.ARTICLES.valueSerde();
        return articles.processValues(
                () -> new Guarded<>("tag-article", tagger, json::write, meters), Named.as("tag-article"));
    }

    /** Key: pair, so that a consumer can read one pair in order. */
    private static KStream<String, PairMention> splitByPair(KStream<String, TaggedArticle> tagged) {
        return tagged.flatMap(
                (id, article) -> mentions(article).stream()
                        .map(mention -> KeyValue.pair(mention.pair().value(), mention))
                        .toList(),
                Named.as("split-by-pair"));
    }

    static List<PairMention> mentions(TaggedArticle tagged) {
        Article a = tagged.article();
        List<String> topics = tagged.topics().stream().map(TopicTag::topic).toList();
        return tagged.pairs().stream()
                .map(tag -> new PairMention(
                        tag.pair(),
                        a.id(),
                        a.version(),
                        a.title(),
                        a.url(),
                        a.publisher() == null ? a.feedTitle() : a.publisher(),
                        a.publishedAt(),
                        a.fetchedAt(),
                        tag.salience(),
                        tag.main(),
                        tag.from(),
                        tag.to(),
                        a.backfill(),
                        topics,
                        tag.evidence()))
                .toList();
    }

    /** Repartitioned by pair, so that one task holds all counts of a pair. Edits and old news do not count. */
    private static KStream<String, PairActivity> countByPair(KStream<String, PairMention> pairs) {
        return pairs.filter(
                        (pair, mention) -> mention.version() == 1 && !mention.backfill(), Named.as("first-mentions"))
                .repartition(Repartitioned.with(Serdes.String(), Topics.PAIRS.valueSerde())
                        .withName("mentions-by-pair")
                        .withNumberOfPartitions(Topics.PAIRS.partitions()))
                .processValues(new PairCounter(), Named.as("count-by-pair"));
    }

    /** Repartitioned by deadline, so that one task follows a deadline over all articles. */
    private KStream<String, Deadline> followDeadlines(KStream<String, TaggedArticle> tagged) {
        return tagged.flatMap(
                        (id, article) -> Said.in(article).stream()
                                .map(said -> KeyValue.pair(said.id(), said))
                                .toList(),
                        Named.as("split-by-deadline"))
                .repartition(Repartitioned.with(Serdes.String(), new JsonSerde<>(Said.class))
                        .withName("statements-by-deadline")
                        .withNumberOfPartitions(Topics.DEADLINES.partitions()))
                .process(new DeadlineFollower(clock, tick, meters.timer(TICK)), Named.as("follow-deadlines"));
    }

    private static <T> KStream<String, T> done(KStream<String, Outcome<T>> tried, String name) {
        return tried.flatMapValues(
                outcome -> switch (outcome) {
                    case Outcome.Done<T>(T value) -> List.of(value);
                    case Outcome.Rejected<T> rejected -> List.of();
                },
                Named.as(name));
    }

    /** Key: where the source record stands. */
    private static <T> KStream<String, DeadLetter> rejected(KStream<String, Outcome<T>> tried, String name) {
        return tried.flatMap(
                (key, outcome) -> switch (outcome) {
                    case Outcome.Done<T> done -> List.<KeyValue<String, DeadLetter>>of();
                    case Outcome.Rejected<T>(DeadLetter letter) -> List.of(KeyValue.pair(letter.recordKey(), letter));
                },
                Named.as(name));
    }

    private static <V> void write(Topic<V> topic, String name, KStream<String, V> stream) {
        stream.processValues(() -> new Envelope<>(topic), Named.as("envelope-" + name))
                .to(
                        topic.name(),
                        Produced.with(topic.keySerde(), topic.valueSerde()).withName("write-" + name));
    }
}

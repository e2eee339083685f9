package io.dyadwire.processor.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.processor.topic.OwnTopics;
import io.dyadwire.processor.topic.TopicsException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tagger whose topics may change while it runs. It looks at the files of the desk's own topics every two seconds, takes
 * a good new version between two articles, and keeps the old one when the new has a mistake. Each tagged article says by
 * its {@code taggerVersion} which one it was. Thread-safe.
 *
 * <p>Metrics: {@code dyadwire.topics.changes} by outcome (taken, refused), and {@code dyadwire.topics.stale}, 1 while the
 * files have a mistake and older topics are in use.
 */
public final class LiveTagger implements Function<Article, TaggedArticle>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTagger.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final OwnTopics topics;
    private final MeterRegistry meters;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looking = Thread.ofPlatform().daemon().name("topics").unstarted(this::lookUntilClosed);
    private volatile ArticleTagger tagger;
    private volatile boolean stale;

    /**
     * Reads the topics as they are.
     *
     * @throws TopicsException when they have a mistake
     */
    public LiveTagger(OwnTopics topics, MeterRegistry meters) throws TopicsException {
        this.topics = topics;
        this.meters = meters;
        tagger = ArticleTagger.create(topics.read());
        Gauge.builder("dyadwire.topics.stale", () -> stale ? 1 : 0).register(meters);
    }

    /** Begins to look for changes. */
    public void start() {
        looking.start();
    }

    @Override
    public TaggedArticle apply(Article article) {
        return tagger.tag(article);
    }

    private void lookUntilClosed() {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("told to stop looking at the topics");
        }
    }

    /** Takes what has changed. */
    void look() {
        if (!topics.changed()) {
            return;
        }
        try {
            tagger = ArticleTagger.create(topics.read());
            stale = false;
            meters.counter("dyadwire.topics.changes", "outcome", "taken").increment();
            LOG.atInfo()
                    .addKeyValue("file", topics)
                    .addKeyValue("taggerVersion", tagger.version())
                    .log("The topics changed");
        } catch (TopicsException e) {
            stale = true;
            meters.counter("dyadwire.topics.changes", "outcome", "refused").increment();
            e.problems().forEach(problem -> LOG.atError().log("The topics stay as they were: {}", problem));
        } catch (RuntimeException e) {
            stale = true;
            LOG.atError().setCause(e).addKeyValue("file", topics).log("The topics stay as they were");
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        closed.countDown();
    }
}

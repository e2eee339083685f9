package io.dyadwire.runner.rules;

import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.alerts.backtest.KeptNews;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.config.KafkaTrouble;
import io.dyadwire.runner.tail.TopicReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** What is kept on {@code news.tagged} of one cluster. */
final class TaggedNews {
    private final String servers;
    private final Map<String, Object> client;

    TaggedNews(String servers, Map<String, Object> client) {
        this.servers = servers;
        this.client = client;
    }

    /** The newest version of the article of this id or address. */
    Optional<TaggedArticle> find(String named) {
        @Nullable TaggedArticle[] newest = new TaggedArticle[1];
        try (TopicReader reader = new TopicReader(client, Topics.TAGGED.name())) {
            reader.seekToStart();
            reader.read(true, read -> {
                TaggedArticle tagged = tagged(read.value());
                if (tagged != null && isNamed(tagged.article(), named)) {
                    newest[0] = tagged;
                }
                return true;
            });
            return Optional.ofNullable(newest[0]);
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    /** Does something with what came since then, in the order of time. */
    <T> T over(Instant since, Function<ArticleSource, T> work) {
        try (KeptNews kept = KeptNews.open(client, "dyadwire-command", since)) {
            return work.apply(kept);
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    private static boolean isNamed(Article article, String named) {
        return article.id().value().equals(named)
                || (article.url() != null && article.url().toString().equals(named));
    }

    /** Null for what is none: the services put it aside, it is not ours to judge here. */
    private static @Nullable TaggedArticle tagged(byte @Nullable [] value) {
        try {
            return value == null ? null : Topics.TAGGED.valueSerde().read(value);
        } catch (SerializationException e) {
            return null;
        }
    }
}

package io.dyadwire.runner.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.runner.source.Source;
import io.dyadwire.runner.tag.ArticleLine;
import io.dyadwire.runner.tag.ArticleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads tagged articles as a person has them: as they are on {@code news.tagged}; else, tagged here, as on {@code
 * news.articles} or as {@link ArticleReader} reads them.
 */
final class TaggedInput {
    private final Supplier<TopicBook> topics;
    private final InstantSource clock;
    private final Consumer<String> warn;
    private @Nullable ArticleTagger tagger;

    /** @param warn told what could not be read but does not matter enough to refuse the article */
    TaggedInput(Supplier<TopicBook> topics, InstantSource clock, Consumer<String> warn) {
        this.topics = topics;
        this.clock = clock;
        this.warn = warn;
    }

    /**
     * The one article in it.
     *
     * @throws IllegalArgumentException saying why there is none
     */
    TaggedArticle read(Source source) throws IOException {
        String text = new String(source.bytes(), StandardCharsets.UTF_8).strip();
        return text.startsWith("{") ? line(text) : tag(new ArticleReader(clock, warn, null).read(source));
    }

    /** The article of this line of JSON; refuses it as {@link #read} does. */
    TaggedArticle line(String line) {
        JsonNode json = ArticleLine.parse(line);
        try {
            if (json.has("taggerVersion")) {
                return Topics.TAGGED.valueSerde().read(line.getBytes(StandardCharsets.UTF_8));
            }
            boolean whole = json.has("feedId") && json.has("fetchedAt");
            return tag(
                    whole
                            ? Topics.ARTICLES.valueSerde().read(line.getBytes(StandardCharsets.UTF_8))
                            : ArticleLine.read(line, clock, warn));
        } catch (SerializationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private TaggedArticle tag(Article article) {
        if (tagger == null) {
            tagger = ArticleTagger.create(topics.get());
        }
        return tagger.tag(article);
    }
}

package io.dyadwire.contract.tag;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with what was found in it. In JSON the article's fields stand beside the tags. Key on Kafka: {@code id}.
 *
 * @param story absent until stories are followed
 * @param taggerVersion changes when the same article could get other tags
 */
public record TaggedArticle(
        @JsonUnwrapped Article article,
        List<CountryTag> countries,
        List<PairTag> pairs,
        List<TopicTag> topics,
        List<DateTag> dates,
        List<DeadlineTag> deadlines,
        @Nullable Story story,
        String taggerVersion) {
    public TaggedArticle {
        Check.present("article", article);
        countries = countries == null ? List.of() : List.copyOf(countries);
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
        topics = topics == null ? List.of() : List.copyOf(topics);
        dates = dates == null ? List.of() : List.copyOf(dates);
        deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
        Check.text("taggerVersion", taggerVersion);
    }
}

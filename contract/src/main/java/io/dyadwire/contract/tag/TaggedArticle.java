package io.dyadwire.contract.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with what was found in it. In JSON the article's fields stand beside the tags. Key on Kafka: {@code id}.
 * Every span lies within the article, and where a tag repeats the words of its span they are the same; else refused.
 *
 * @param deadlineNews what became of deadlines; left out when there is none
 * @param story absent in records of earlier versions
 * @param taggerVersion changes when the same article could get other tags: {@code 4}, or {@code 4+1f0c7a52} where a desk has
 *     topics of its own
 */
public record TaggedArticle(
        @JsonUnwrapped Article article,
        List<CountryTag> countries,
        List<PairTag> pairs,
        List<TopicTag> topics,
        List<DateTag> dates,
        List<DeadlineTag> deadlines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DeadlineNews> deadlineNews,
        @Nullable Story story,
        String taggerVersion) {
    public TaggedArticle {
        Check.present("article", article);
        countries = Check.list("countries", countries);
        pairs = Check.list("pairs", pairs);
        topics = Check.list("topics", topics);
        dates = Check.list("dates", dates);
        deadlines = Check.list("deadlines", deadlines);
        deadlineNews = Check.list("deadlineNews", deadlineNews);
        Check.text("taggerVersion", taggerVersion);
        var proof = new Proof(article);
        countries.forEach(tag -> tag.mentions().forEach(mention -> proof.check(mention.span(), mention.text())));
        pairs.forEach(tag -> tag.evidence().forEach(proof::check));
        topics.forEach(tag -> tag.evidence().forEach(proof::check));
        dates.forEach(tag -> proof.check(tag.span(), tag.text()));
        deadlines.forEach(tag -> tag.evidence().forEach(proof::check));
        deadlineNews.forEach(tag -> tag.evidence().forEach(proof::check));
    }

    /** One that tells of no deadline what became of it. */
    public TaggedArticle(
            Article article,
            List<CountryTag> countries,
            List<PairTag> pairs,
            List<TopicTag> topics,
            List<DateTag> dates,
            List<DeadlineTag> deadlines,
            @Nullable Story story,
            String taggerVersion) {
        this(article, countries, pairs, topics, dates, deadlines, List.of(), story, taggerVersion);
    }

    /** Every tag points at words that are there, so that a reader can mark them without a check of its own. */
    private record Proof(Article article) {
        void check(Span span) {
            Check.that(span.fits(article), () -> "evidence: " + span + " ends after the " + span.field());
        }

        void check(Span span, String text) {
            check(span);
            Check.that(span.in(article).equals(text), () -> "evidence: at " + span + " stands not '" + text + "'");
        }
    }
}

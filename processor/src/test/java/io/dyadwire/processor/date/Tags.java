package io.dyadwire.processor.date;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Document;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The time expressions of texts that tests make up. */
final class Tags {
    private final Vocabulary vocabulary = new Vocabulary();
    private final DateTagger tagger = new DateTagger(vocabulary);
    private final Tokenizer tokenizer = new Tokenizer(vocabulary);

    /** Of a text in English, published at nine in the morning UTC. */
    List<DateTag> of(LocalDate published, String text) {
        return of(published.atTime(9, 0).toInstant(ZoneOffset.UTC), "en", text);
    }

    List<DateTag> of(Instant published, String language, String text) {
        return tagger.tag(Document.cut(article(published, language, text), tokenizer));
    }

    /** {@code Aug. 24=2019-08-24, 2 weeks=P2W}. */
    String line(LocalDate published, String text) {
        return line(of(published, text));
    }

    static String line(List<DateTag> tags) {
        return tags.stream().map(tag -> tag.text() + "=" + tag.value()).collect(Collectors.joining(", "));
    }

    private static Article article(Instant at, String language, String text) {
        return new Article(
                new ArticleId("a"),
                null,
                "feed",
                "Feed",
                null,
                "",
                text,
                TextKind.FULL,
                language,
                at,
                null,
                at,
                null,
                1,
                List.of(),
                List.of(),
                false);
    }
}

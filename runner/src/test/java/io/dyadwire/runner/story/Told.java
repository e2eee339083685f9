package io.dyadwire.runner.story;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.DeadlineNews;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.TaggedArticle;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article of a story, and what it says of the deadline. */
record Told(
        Instant at,
        String publisher,
        @Nullable PartialDate date,
        @Nullable DeadlineMove move,
        @Nullable DeadlineTurn turn,
        String text) {
    private static final String ID = "pact";
    private static final String WHAT = "decision on the pact";
    private static final List<Pair> PAIRS = List.of(Pair.of("JPN", "KOR"));

    static Told date(String at, String publisher, String date, String text) {
        return new Told(time(at), publisher, new PartialDate(date), null, null, text);
    }

    static Told move(String at, String publisher, String date, MoveKind kind, String from, String text) {
        DeadlineMove move = new DeadlineMove(kind, new PartialDate(from));
        return new Told(time(at), publisher, new PartialDate(date), move, null, text);
    }

    static Told turn(String at, String publisher, DeadlineTurn turn, String text) {
        return new Told(time(at), publisher, null, null, turn, text);
    }

    private static Instant time(String at) {
        return Instant.parse("2019-" + at + ":00Z");
    }

    Article article() {
        return new Article(
                ArticleId.of(publisher, at.toString()),
                URI.create("https://news.example/" + at.getEpochSecond()),
                "feed",
                "A Feed",
                publisher,
                publisher + " of " + at,
                text,
                TextKind.FULL,
                "en",
                at.minusSeconds(600),
                PublishedAtSource.FEED,
                at,
                null,
                1,
                List.of(),
                List.of(),
                false);
    }

    TaggedArticle tagged() {
        List<Span> evidence = List.of(new Span(Field.TEXT, 0, text.length()));
        boolean dated = turn == null && date != null;
        return new TaggedArticle(
                article(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                dated
                        ? List.of(new DeadlineTag(
                                ID,
                                date,
                                null,
                                DeadlineKind.DEADLINE,
                                "then",
                                WHAT,
                                PAIRS,
                                List.of(),
                                0.9,
                                evidence,
                                move,
                                null))
                        : List.of(),
                turn != null
                        ? List.of(new DeadlineNews(ID, turn, WHAT, PAIRS, List.of(), date, 0.9, evidence))
                        : List.of(),
                null,
                "story");
    }
}

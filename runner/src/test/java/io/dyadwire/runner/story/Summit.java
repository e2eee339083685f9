package io.dyadwire.runner.story;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import java.time.Instant;
import java.util.List;

/** Ten articles on a summit that was moved twice and came to nothing. */
final class Summit {
    static final List<Article> ARTICLES = List.of(
            article(
                    "03-01T08:00",
                    "Aegean Courier",
                    "Greece and Turkey agree to meet",
                    "The summit of Greece and Turkey is set for March 31, the Greek government said on Monday."),
            article(
                    "03-02T09:00",
                    "Bosphorus Post",
                    "Leaders to sit down in spring",
                    "A summit between Turkey and Greece will take place on March 31, an official in Ankara said."),
            article(
                    "03-02T15:00",
                    "Evening Mirror",
                    "Leaders to sit down in spring",
                    "A summit between Turkey and Greece will take place on March 31, an official in Ankara said."),
            article(
                    "03-05T07:00",
                    "Levant Ledger",
                    "Ships cast shadow over planned meeting",
                    "The summit of Greece and Turkey, due on March 31, is in doubt, diplomats said."),
            article(
                    "03-08T10:00",
                    "Aegean Courier",
                    "Athens and Ankara need more time",
                    "The summit of Greece and Turkey was due on March 31 but was put off to April 16, Athens said on Monday."),
            article(
                    "03-08T14:00",
                    "Levant Ledger",
                    "New date for neighbours",
                    "The summit of Greece and Turkey is set for April 19, a diplomat said."),
            article(
                    "03-09T11:00",
                    "Bosphorus Post",
                    "Ankara names the day",
                    "The summit between Turkey and Greece will take place on April 16, Ankara said."),
            article(
                    "03-15T09:00",
                    "Aegean Courier",
                    "Neighbours in a hurry",
                    "The summit of Greece and Turkey was brought forward from April 16 to April 9, Athens said."),
            article(
                    "03-18T12:00",
                    "Bosphorus Post",
                    "Ankara plays for time",
                    "Ankara denied that a date had been set for the summit of Greece and Turkey."),
            article(
                    "03-22T06:00",
                    "Levant Ledger",
                    "No meeting after all",
                    "The summit of Greece and Turkey set for April 9 was called off, both governments said."));

    /** Two on a decision, and one that it was made. */
    static final List<Article> DECISION = List.of(
            article(
                    "03-01T08:00",
                    "Aegean Courier",
                    "Athens undecided",
                    "Greece and Turkey held talks on Monday. A decision on whether to extend the Aegean Confidence Building Agreement is due on March 31."),
            article(
                    "03-03T08:00",
                    "Bosphorus Post",
                    "Pact runs out soon",
                    "Turkey and Greece held more talks on Wednesday. A decision on extending the Aegean Confidence Building Agreement is due by March 31."),
            article(
                    "03-20T08:00",
                    "Levant Ledger",
                    "Pact lives on",
                    "Greece and Turkey decided on Friday to extend the Aegean Confidence Building Agreement."));

    private Summit() {}

    private static Article article(String at, String publisher, String title, String text) {
        Instant published = Instant.parse("2021-" + at + ":00Z");
        return new Article(
                ArticleId.of(publisher, at),
                null,
                "feed",
                "A Feed",
                publisher,
                title,
                text,
                TextKind.FULL,
                "en",
                published,
                PublishedAtSource.FEED,
                published.plusSeconds(300),
                null,
                1,
                List.of(),
                List.of(),
                false);
    }
}

package io.dyadwire.runner.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.tag.ArticleTagger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagReportTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();
    private static final Instant PUBLISHED = Instant.parse("2019-08-14T09:00:00Z");

    private static final Article ARTICLE = article(
            "Tokyo tightens export controls",
            "OSAKA (Own Wire) -- Japan will tighten export controls on Friday.\n\nJapan and Michael Jordan \u001b[2J agree.");

    @Test
    void shouldShowEachTagWithItsWords() {
        assertThat(TagReport.lines(TAGGER.tag(ARTICLE), Ink.PLAIN))
                .startsWith("Tokyo tightens export controls", "published 2019-08-14T09:00:00Z")
                .contains("COUNTRIES", "PAIRS  none")
                .anySatisfy(line -> assertThat(line).matches("  JPN \\d\\.\\d\\d  about      «Tokyo», «Japan» ×2"))
                .noneSatisfy(line -> assertThat(line).contains("Jordan"));
    }

    @Test
    void shouldShowTheArticleWithTheWordsMarked() {
        assertThat(explained(Ink.PLAIN))
                .startsWith(
                        "«Tokyo» tightens «export controls»",
                        "published 2019-08-14T09:00:00Z",
                        "OSAKA (Own Wire) -- «Japan» will tighten «export controls» on «Friday».",
                        "«Japan» and Michael Jordan  [2J agree.");
    }

    @Test
    void shouldSayWhyUnderEachTagAndWhatWasNotCounted() {
        assertThat(explained(Ink.PLAIN))
                .containsSubsequence(
                        "COUNTRIES",
                        "      «Tokyo»  capital, in the headline: 3.00  (title 0)",
                        "  not «Michael Jordan»  only looks like a country's name  (text 77)",
                        "PAIRS  none",
                        "      «export controls»  strong, in the headline: 0.75  (title 15)",
                        "      «Friday»  event by 'will': confidence 0.90  (text 58)");
    }

    @Test
    void shouldTellWhatBecameOfADeadline() {
        Article article = article("", "Peru called off the talks with Chile.");
        Reasons reasons = Reasons.asked();
        var tagged = TAGGER.tag(article, reasons);

        assertThat(TagReport.explained(tagged, reasons.all(), Ink.PLAIN))
                .containsSubsequence(
                        "NEWS OF DEADLINES",
                        "  cancelled   talks with Chile",
                        "      «called off» the talks with Chile",
                        "      «called off»  of 'talks with Chile': confidence 0.90  (text 5)");
    }

    @Test
    void shouldTellTheSameReasonOnce() {
        Article article = article("", "Peru. Bolivia. Peru grows. Peru falls. Peru rests. Peru sleeps. Peru wakes.");
        Reasons reasons = Reasons.asked();
        var tagged = TAGGER.tag(article, reasons);

        assertThat(TagReport.explained(tagged, reasons.all(), Ink.PLAIN))
                .contains("      «Peru»  name, in the body: 0.80  (text 15) ×5");
    }

    @Test
    void shouldUseColoursOnlyOnATerminal() {
        assertThat(String.join("\n", explained(Ink.COLOUR)))
                .contains(
                        "\u001b[1;33mTokyo\u001b[0m",
                        "\u001b[1;36mexport controls\u001b[0m",
                        "\u001b[1;32mFriday\u001b[0m")
                .doesNotContain("\u001b[2J");
        assertThat(String.join("\n", explained(Ink.PLAIN))).doesNotContain("\u001b");
    }

    private static List<String> explained(Ink ink) {
        Reasons reasons = Reasons.asked();
        var tagged = TAGGER.tag(ARTICLE, reasons);
        return TagReport.explained(tagged, reasons.all(), ink);
    }

    private static Article article(String title, String text) {
        return ArticleLine.article(
                ArticleId.of(title, text), null, title, text, PUBLISHED, null, "en", InstantSource.fixed(PUBLISHED));
    }
}

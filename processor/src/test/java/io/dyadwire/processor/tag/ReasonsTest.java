package io.dyadwire.processor.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.reason.Reason;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Articles;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();

    private final Reasons reasons = Reasons.asked();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            COUNTRY  | TOKYO           | in the dateline         | TOKYO (Own Wire) -- Peru opened an embassy.
            COUNTRY  | Chad            | a person's name         | Police held Chad Burrows, 34, on Tuesday.
            COUNTRY  | turkey          | capitals                | They ate turkey in Peru.
            COUNTRY  | Gulf of Mexico  | only looks like         | A storm crossed the Gulf of Mexico.
            COUNTRY  | Swiss           | money                   | The yen fell against the Swiss franc.
            COUNTRY  | French          | a language              | The minister spoke French.
            COUNTRY  | Paris           | a town in the U.S.      | He was born in Paris, Texas.
            PAIR     | Peru, Chile and Brazil raised rates. | only listed | Peru, Chile and Brazil raised rates.
            TOPIC    | war             | inside 'price war'      | Retailers start a price war.
            TOPIC    | airstrike       | the sentence tells history | In 1944 an airstrike killed rebels nearby.
            DEADLINE | Monday          | over before             | The ministers met on Monday.
            DEADLINE | Friday          | only wished for         | The minister hopes to sign the pact on Friday.
            DEADLINE | Friday          | is not to happen        | The ministers will not meet on Friday.
            DEADLINE | two weeks       | how long                | The talks have lasted two weeks.
            DEADLINE | Sept. 1         | in a row of figures     | Ferry, until Sept. 1    12.50   9.00
            DEADLINE_NEWS | signed     | long over               | In 1996 Peru and Chile signed the trade pact.
            DEADLINE_NEWS | signed     | only possible           | Peru may have signed the pact with Chile.
            DEADLINE_NEWS | began      | under a condition       | Prices would fall if the talks began.
            """)
    void shouldSayWhyWordsDoNotCount(Subject subject, String words, String why, String text) {
        Article article = Articles.article("", text);

        TAGGER.tag(article, reasons);

        assertThat(reasons.all()).anySatisfy(reason -> {
            assertThat(reason.given()).isFalse();
            assertThat(reason.subject()).isEqualTo(subject);
            assertThat(Objects.requireNonNull(reason.span()).in(article)).isEqualTo(words);
            assertThat(reason.why()).contains(why);
        });
    }

    @Test
    void shouldSayWhyEachTagWasGiven() {
        Article article = Articles.article(
                "Tokyo tightens export controls",
                "Japan will tighten export controls on goods for South Korea on Aug. 28, Japanese officials said.");

        var tagged = TAGGER.tag(article, reasons);

        assertThat(tagged.countries())
                .flatExtracting(CountryTag::mentions)
                .extracting(Mention::span)
                .allSatisfy(span -> assertThat(given(Subject.COUNTRY))
                        .extracting(Reason::span)
                        .contains(span));
        assertThat(given(Subject.COUNTRY))
                .extracting(reason -> reason.tag() + " " + reason.why())
                .contains("JPN capital, in the headline: 3.00", "JPN name, in the first sentence: 2.00")
                .anySatisfy(why -> assertThat(why).startsWith("KOR about: weight 2.00 in all"));
        assertThat(tagged.topics()).extracting(TopicTag::topic).allSatisfy(topic -> assertThat(given(Subject.TOPIC))
                .extracting(Reason::tag)
                .contains(topic));
        assertThat(given(Subject.TOPIC))
                .extracting(Reason::why)
                .contains("strong, in the headline: 0.75", "strong, in the first sentences: 0.60");
        assertThat(given(Subject.DEADLINE))
                .extracting(reason -> reason.tag() + " " + reason.why())
                .containsExactly("2019-08-28 event by 'will': confidence 0.90");
    }

    @Test
    void shouldSayWhatBecameOfADeadlineAndWhy() {
        Article article = Articles.article(
                "", "Peru called off the talks with Chile. Nobody was sad. Peru called off the talks with Chile.");

        var tagged = TAGGER.tag(article, reasons);

        assertThat(given(Subject.DEADLINE_NEWS))
                .extracting(reason -> reason.tag() + " " + reason.why())
                .containsExactly("cancelled of 'talks with Chile': confidence 0.90");
        assertThat(given(Subject.DEADLINE_NEWS))
                .extracting(Reason::span)
                .containsExactly(tagged.deadlineNews().getFirst().evidence().getFirst());
        assertThat(reasons.all()).anySatisfy(reason -> {
            assertThat(reason.subject()).isEqualTo(Subject.DEADLINE_NEWS);
            assertThat(reason.why()).isEqualTo("told before");
        });
    }

    @Test
    void shouldSayWhichTopicHadTooLittle() {
        Article article = Articles.article("", "A word. Another word. The dual-use goods were shown.");

        TAGGER.tag(article, reasons);

        assertThat(reasons.all()).anySatisfy(reason -> {
            assertThat(reason.given()).isFalse();
            assertThat(reason.tag()).isEqualTo("export-controls");
            assertThat(Objects.requireNonNull(reason.span()).in(article)).isEqualTo("dual-use");
            assertThat(reason.why()).matches("score 0\\.\\d\\d, enough from 0\\.5 on");
        });
    }

    @Test
    void shouldGiveTheSameTagsToWhoDoesNotAsk() {
        Article article = Articles.article(
                "Paris and Rome quarrel over tariffs",
                "PARIS (Own Wire) -- France and Italy will meet on Friday. Michael Jordan spoke French in Paris, Texas.");

        assertThat(TAGGER.tag(article)).isEqualTo(TAGGER.tag(article, reasons));
        assertThat(Reasons.NONE.all()).isEmpty();
    }

    private List<Reason> given(Subject subject) {
        return reasons.all().stream()
                .filter(reason -> reason.subject() == subject && reason.given())
                .toList();
    }
}

package io.dyadwire.processor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.text.Articles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementTest {
    private static final Set<String> TOPICS = Set.of("summit", "treaty", "tariffs");
    private static final Article ARTICLE = Articles.article("Peru, Lima and Chile", "");
    private static final Span PERU = new Span(Field.TITLE, 0, 4);

    private final Measurement measurement = new Measurement();

    @Test
    void shouldCountWhatIsRightWrongAndMissed() throws JsonProcessingException {
        var differences = measurement.add(tagged(), gold("{'topics': ['summit', 'treaty']}"));

        assertThat(measurement.scores()).containsOnlyKeys(Label.TOPICS);
        assertThat(measurement.scores().get(Label.TOPICS)).isEqualTo(new Score(1, 1, 1));
        assertThat(differences).containsExactly(new Difference(Label.TOPICS, List.of("tariffs"), List.of("treaty")));
    }

    @Test
    void shouldAddUpOverArticles() throws JsonProcessingException {
        measurement.add(tagged(), gold("{'pairs': ['CHL-PER']}"));
        var differences = measurement.add(tagged(), gold("{'pairs': [], 'mainPairs': []}"));

        assertThat(measurement.articles()).isEqualTo(2);
        assertThat(measurement.scores().get(Label.PAIRS)).isEqualTo(new Score(1, 1, 0));
        assertThat(measurement.scores().get(Label.MAIN_PAIRS)).isEqualTo(new Score(0, 0, 0));
        assertThat(differences).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            "{'countries': ['PER']}",                                    1, 0, 0
            "{'countries': ['PER', 'CHL'], 'named': 'direct'}",          1, 0, 1
            "{'countries': ['PER', 'CHL'], 'named': 'any'}",             2, 0, 0
            "{'countries': [], 'named': 'any', 'ignore': ['CHL']}",      0, 1, 0
            """)
    void shouldCountTheCountriesThatTheLabelsList(String labels, int right, int wrong, int missed)
            throws JsonProcessingException {
        measurement.add(tagged(), gold(labels));

        assertThat(measurement.scores().get(Label.COUNTRIES)).isEqualTo(new Score(right, wrong, missed));
    }

    @Test
    void shouldScoreTheKindOfADeadlineOnlyWhereEachHasOne() throws JsonProcessingException {
        measurement.add(tagged(), gold("{'deadlines': [{'date': '2019-08-24', 'kind': 'event'}]}"));
        measurement.add(tagged(), gold("{'deadlines': ['2019-08-24', '2019-09']}"));

        assertThat(measurement.scores().get(Label.DEADLINES)).isEqualTo(new Score(2, 0, 1));
        assertThat(measurement.scores().get(Label.DEADLINE_KINDS)).isEqualTo(new Score(0, 1, 1));
    }

    @Test
    void shouldHaveNoShareOfNothing() {
        assertThat(new Score(3, 1, 2).precision()).isEqualTo(0.75);
        assertThat(new Score(3, 1, 2).recall()).isEqualTo(0.6);
        assertThat(new Score(3, 1, 2).f1()).isBetween(0.666, 0.667);
        assertThat(new Score(0, 0, 2).precision()).isNaN();
        assertThat(new Score(0, 0, 0).f1()).isNaN();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            []                                            | gold: is not there
            {'country': ['PER']}                          | gold: has nothing to measure (known: countries,
            {'countries': 'PER'}                          | gold.countries: is not a list
            {'countries': [4]}                            | gold.countries: 4 is not text
            {'countries': ['PE']}                         | gold.countries: 'PE'
            {'pairs': ['PER-CHL']}                        | gold.pairs: pair: 'PER-CHL' must hold two different codes
            {'topics': ['sumit']}                         | gold.topics: there is no topic 'sumit'
            {'deadlines': ['24 August']}                  | gold.deadlines: date: '24 August'
            {'deadlines': [{'date': '2019', 'kind': 'x'}]} | gold.deadlines: kind 'x' is neither
            {'topics': [], 'named': 'all'}                | gold.named: 'all' is none of
            """)
    void shouldSayWhatIsWrongWithLabels(String labels, String message) {
        assertThatThrownBy(() -> gold(labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Gold gold(String labels) throws JsonProcessingException {
        return Gold.read(Json.mapper().readTree(labels.replace('\'', '"')), TOPICS);
    }

    /** About Peru, mentions Chile by a place; summit and tariffs; a deadline on August 24. */
    private static TaggedArticle tagged() {
        var peru = new CountryTag("PER", Role.ABOUT, 0.9, List.of(mention(MentionKind.NAME)));
        var chile = new CountryTag("CHL", Role.MENTIONED, 0.1, List.of(mention(MentionKind.PLACE)));
        var pair = new PairTag(new Pair("CHL-PER"), 0.5, false, null, null, List.of(PERU));
        var deadline = new DeadlineTag(
                "1",
                new PartialDate("2019-08-24"),
                Precision.DAY,
                DeadlineKind.DEADLINE,
                "Aug. 24",
                "vote",
                List.of(),
                List.of(),
                1,
                List.of(PERU));
        return new TaggedArticle(
                ARTICLE,
                List.of(peru, chile),
                List.of(pair),
                List.of(new TopicTag("summit", 1, List.of(PERU)), new TopicTag("tariffs", 0.6, List.of(PERU))),
                List.of(),
                List.of(deadline),
                null,
                "test");
    }

    private static Mention mention(MentionKind kind) {
        return new Mention(Field.TITLE, 0, 4, "Peru", kind);
    }
}

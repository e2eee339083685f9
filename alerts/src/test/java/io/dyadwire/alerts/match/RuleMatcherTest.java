package io.dyadwire.alerts.match;

import static io.dyadwire.alerts.Samples.TITLE;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.deadline;
import static io.dyadwire.alerts.Samples.marked;
import static io.dyadwire.alerts.Samples.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.tag.TaggedArticle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleMatcherTest {
    private static final String FIRST = "Japan tightened export controls on South Korea on Wednesday.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keywords: '\"export control\" NOT football'",
                "keywords: tokyo AND weather",
                "pairs: [JPN-KOR]",
                "pairs: [JPN-USA, JPN-KOR]",
                "countries: [KOR]",
                "topics: [tariffs, export-controls]",
                "keywords: pact, pairs: [JPN-KOR], countries: [JPN], topics: [export-controls]",
                "keywords: 'pair:JPN-KOR (tighten* OR eased)'",
                "keywords: 'topic:(tariffs OR export-controls) NOT country:USA'",
                "keywords: 'text:\"export control\" -title:controls'"
            })
    void shouldMatchWhenEveryConditionHolds(String conditions) {
        assertThat(matches(conditions)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keywords: football",
                "keywords: '\"export control\" NOT weather'",
                "pairs: [JPN-USA]",
                "countries: [USA]",
                "topics: [tariffs]",
                "keywords: pact, pairs: [JPN-USA]",
                "keywords: football, pairs: [JPN-KOR]",
                "pairs: [JPN-KOR], topics: [tariffs]",
                "pairs: [JPN-KOR], alertOn: [deadlines]",
                "keywords: 'export NOT topic:export-controls'",
                "keywords: 'title:export'"
            })
    void shouldNotMatchWhenOneConditionFails(String conditions) {
        assertThat(matches(conditions)).isEmpty();
    }

    @Test
    void shouldShowTheSentenceAndTheWordsOfEachCondition() {
        List<AlertEvidence> evidence = matches(
                        "keywords: '\"export controls\"', pairs: [JPN-KOR], countries: [KOR], topics: [export-controls]")
                .getFirst()
                .evidence();

        assertThat(evidence)
                .extracting(AlertEvidence::condition)
                .containsExactly("keywords", "pair JPN-KOR", "country KOR", "country KOR", "topic export-controls");
        assertThat(evidence.get(0).sentence()).isEqualTo(FIRST);
        assertThat(evidence.get(0).span()).isEqualTo(new Span(Field.TEXT, 0, FIRST.length()));
        assertThat(marked(evidence.get(0))).containsExactly("export controls");
        assertThat(marked(evidence.get(1))).containsExactly("Japan", "South Korea");
        assertThat(marked(evidence.get(3))).containsExactly("Seoul said");
        assertThat(marked(evidence.get(4))).containsExactly("export controls");
    }

    @Test
    void shouldShowTheWordsOfWhatKeywordsNameByField() {
        List<AlertEvidence> evidence =
                matches("keywords: 'pair:JPN-KOR export*'").getFirst().evidence();

        assertThat(evidence).extracting(AlertEvidence::condition).containsExactly("keywords", "pair JPN-KOR");
    }

    @Test
    void shouldFindKeywordsInTheTitle() {
        AlertEvidence evidence = matches("keywords: blow").getFirst().evidence().getFirst();

        assertThat(evidence.span().field()).isEqualTo(Field.TITLE);
        assertThat(evidence.sentence()).isEqualTo(TITLE);
        assertThat(marked(evidence)).containsExactly("blows");
    }

    @Test
    void shouldKeepTheOrderOfTheFile() {
        RuleMatcher matcher = new RuleMatcher(book("""
                - {id: c, desk: asia, topics: [export-controls]}
                - {id: a, desk: asia, keywords: pact}
                - {id: b, desk: asia, countries: [JPN]}
                """));

        assertThat(matcher.match(tagged("one")))
                .extracting(match -> match.rule().id().value())
                .containsExactly("c", "a", "b");
    }

    @Test
    void shouldShowThePartOfALongSentenceAroundTheWords() {
        String words = IntStream.range(0, 3000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        RuleMatcher matcher = new RuleMatcher(book("- {id: a, desk: asia, keywords: word1500}\n"));

        AlertEvidence evidence =
                matcher.match(with(words)).getFirst().evidence().getFirst();

        assertThat(evidence.sentence())
                .hasSizeBetween(300, 500)
                .startsWith("word")
                .contains(" word1500 ");
        assertThat(marked(evidence)).containsExactly("word1500");
        assertThat(evidence.span().in(with(words).article())).isEqualTo(evidence.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pairs: [JPN-KOR]",
                "countries: [KOR]",
                "topics: [intelligence-sharing]",
                "keywords: decision",
                "keywords: 'herald AND says'",
                "keywords: 'tokyo AND blows'"
            })
    void shouldMatchDeadlinesByWhatTheyAre(String conditions) {
        assertThat(deadlineRules(conditions)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pairs: [JPN-USA]", "countries: [USA]", "keywords: football"})
    void shouldNotMatchOtherDeadlines(String conditions) {
        assertThat(deadlineRules(conditions)).isEmpty();
    }

    private static List<Rule> deadlineRules(String conditions) {
        RuleMatcher matcher =
                new RuleMatcher(book("- {id: a, desk: asia, alertOn: [deadlines], " + conditions + "}\n"));
        return matcher.match(deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", Samples.T0));
    }

    private static List<RuleMatch> matches(String conditions) {
        return new RuleMatcher(book("- {id: a, desk: asia, " + conditions + "}\n")).match(tagged("one"));
    }

    private static TaggedArticle with(String text) {
        Article a = tagged("one").article();
        Article other = new Article(
                a.id(),
                a.url(),
                a.feedId(),
                a.feedTitle(),
                a.publisher(),
                a.title(),
                text,
                a.textKind(),
                a.language(),
                a.publishedAt(),
                a.publishedAtSource(),
                a.fetchedAt(),
                null,
                1,
                List.of(),
                List.of(),
                false);
        return new TaggedArticle(other, List.of(), List.of(), List.of(), List.of(), List.of(), null, "1");
    }
}

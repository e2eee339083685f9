package io.dyadwire.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.country.CountryTagger;
import io.dyadwire.processor.pair.PairTagger;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.text.Document;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.processor.topic.TopicTagger;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes a tagger fail or stall, and every span lies in the text. */
class AnyTextTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final CountryTagger COUNTRIES = new CountryTagger(VOCABULARY);
    private static final PairTagger PAIRS = new PairTagger(VOCABULARY);
    private static final TopicTagger TOPICS = new TopicTagger(VOCABULARY, TopicBook.bundled());
    private static final Tokenizer TOKENIZER = new Tokenizer(VOCABULARY);
    private static final String[] WORDS = {
        "Japan",
        "US",
        "U.S.",
        "Korea",
        "and",
        ",",
        "-",
        "(",
        ")",
        ". ",
        "\n\n",
        "President",
        "of",
        "Georgia",
        "war",
        "talks",
        "between",
        "1965",
        "in",
        "\ud83d\ude00",
        "\ud83d",
        "\u0301",
        "Jordan",
        "Prime",
        "Minister",
        "Xi",
        "--",
        "export",
        "controls",
        "The",
        "\u202e",
        "\u65e5\u672c",
        "Washington",
        ": ",
        "'s",
        "Kim Jong Un",
        "Texas",
        "said"
    };

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldTagWordsInAnyOrder(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("x");
        for (int i = random.nextInt(120); i > 0; i--) {
            text.append(random.nextInt(5) == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        check(text.substring(0, text.length() / 3 + 1), text.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldTagAnyUnicode(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder("x");
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        check("", text.toString());
    }

    @Timeout(20)
    @ParameterizedTest
    @ValueSource(
            strings = {"Japan ", "japan", "war ", "Japan, ", "Korean Peninsula ", "President ", "a", "\u0301", "Chad "})
    void shouldTagAnEndlessRepetition(String word) {
        check("", word.repeat(Article.MAX_TEXT / word.length()));
    }

    private static void check(String title, String text) {
        var document = Document.cut(Articles.article(title, text), TOKENIZER);
        var countries = COUNTRIES.tag(document);
        var spans = Stream.of(
                        countries.stream().flatMap(c -> c.mentions().stream()).map(Mention::span),
                        PAIRS.tag(document, countries).stream().flatMap(p -> p.evidence().stream()),
                        TOPICS.tag(document).stream().flatMap(t -> t.evidence().stream()))
                .flatMap(s -> s);
        assertThat(spans).allSatisfy(span -> assertInside(span, document.article()));
    }

    private static void assertInside(Span span, Article article) {
        assertThat(span.end()).isLessThanOrEqualTo(span.field().of(article).length());
        assertThat(span.in(article)).isNotBlank();
    }
}

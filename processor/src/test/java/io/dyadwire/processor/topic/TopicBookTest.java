package io.dyadwire.processor.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.text.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicBookTest {
    private static final String FISHING = """
            # what we watch besides
            topic fishing-rights
            label Fishing rights
            iptc 20000638
            strong fishing quota | fishing rights
            near trawler | fishing boat + seize | detain
            not fishing rights activist
            """;

    @TempDir
    Path folder;

    @Test
    void shouldAddATopic() throws IOException, TopicsException {
        TopicBook book = read(FISHING);

        assertThat(book.slugs()).contains("fishing-rights", "sanctions").hasSize(43);
        assertThat(book.label("fishing-rights")).isEqualTo("Fishing rights");
        assertThat(book.iptc("fishing-rights")).containsExactly("20000638");
        assertThat(topics(book, "Two neighbours agree on fishing quotas")).containsExactly("fishing-rights");
        assertThat(topics(book, "Coast guard seizes trawler")).contains("fishing-rights");
        assertThat(topics(book, "Fishing rights activists march")).doesNotContain("fishing-rights");
    }

    @Test
    void shouldReplaceATopicOfTheSameName() throws IOException, TopicsException {
        TopicBook book = read("topic tariffs\nstrong border charge\n");

        assertThat(book.slugs()).hasSize(42);
        assertThat(topics(book, "Ministers introduce border charges")).containsExactly("tariffs");
        assertThat(topics(book, "Government raises tariffs on steel")).doesNotContain("tariffs");
        assertThat(book.label("tariffs")).isEqualTo("tariffs");
    }

    @Test
    void shouldSwitchATopicOff() throws IOException, TopicsException {
        TopicBook book = read("off tariffs\n");

        assertThat(book.slugs()).hasSize(41).doesNotContain("tariffs");
        assertThat(topics(book, "Government raises tariffs on steel")).isEmpty();
    }

    @Test
    void shouldReadAllTextFilesOfAFolder() throws IOException, TopicsException {
        Files.writeString(folder.resolve("b.txt"), FISHING);
        Files.writeString(folder.resolve("a.txt"), "off tariffs\n");
        Files.writeString(folder.resolve("notes.md"), "no topics here");

        assertThat(TopicBook.read(folder).slugs())
                .hasSize(42)
                .contains("fishing-rights")
                .doesNotContain("tariffs");
    }

    @Test
    void shouldHaveAVersionThatChangesWithWhatIsMatched() throws IOException, TopicsException {
        String version = read(FISHING).version();

        assertThat(version).matches("[0-9a-f]{8}");
        assertThat(read("# another remark\n" + FISHING).version()).isEqualTo(version);
        assertThat(read(FISHING + "weak trawler\n").version()).isNotEqualTo(version);
        assertThat(TopicBook.bundled().version()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "topic a\\nstong b\\nstrong c"        | 2:1: 'stong' begins no line (known: topic,
            "strong b"                           | 1:1: belongs to no topic
            "topic A b\\nstrong c"                | 1:7: 'A b' is no slug
            "topic a\\nstrong"                    | 2:1: says nothing after 'strong'
            "topic a\\nstrong b | | c"            | 2:12: no phrase between two '|'
            "topic a\\nstrong b | = | c"          | 2:12: a phrase without a word
            "topic a\\nstrong a b c d e f g h i"  | 2:8: a phrase has at most 8 words
            "topic a\\nnear b"                    | 2:6: near has from 2 to 4 groups
            "topic a\\nnear b + c + d + e + f"    | 2:6: near has from 2 to 4 groups
            "topic a\\niptc 20000638 123\\nweak b" | 2:15: '123' is no id of an IPTC Media Topic
            "topic a\\nlabel b"                   | 1:7: the topic 'a' has no strong, weak or near
            "topic a\\nweak b\\ntopic a\\nweak c"   | 3:7: the topic 'a' is there already
            "off sumit"                          | 1:5: there is no topic 'sumit' to switch off
            """)
    void shouldSayWhereAMistakeIs(String text, String message) {
        String lines = text.replace("\\n", "\n");

        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(TopicsException.class)
                .hasMessageContaining("own.txt:" + message);
    }

    @Test
    void shouldTellAllMistakesAtOnceEachWithACaret() throws IOException {
        String padding = "a phrase | ".repeat(20);

        var problems = catchThrowableOfType(
                        TopicsException.class, () -> read("topic a\nstrong b | | c\nweak " + padding + " | d\n"))
                .problems();

        assertThat(problems).hasSize(2);
        assertThatThrownBy(() -> read("topic a\nstong b\n"))
                .asInstanceOf(type(TopicsException.class))
                .satisfies(wrong -> assertThat(wrong.problems()).hasSize(1));
        assertThat(problems.getFirst()).endsWith("\n    strong b | | c\n               ^");
        String[] shown = problems.getLast().split("\n", -1);
        assertThat(shown[1].length()).isLessThan(80);
        assertThat(shown[1].charAt(shown[2].indexOf('^'))).isEqualTo('|');
    }

    @Test
    void shouldSayWhyAFileCannotBeRead() throws IOException {
        Path latin = Files.write(folder.resolve("latin.txt"), "topic é".getBytes(StandardCharsets.ISO_8859_1));
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> TopicBook.read(folder.resolve("none.txt"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> TopicBook.read(latin)).hasMessageContaining("is not UTF-8 text");
        assertThatThrownBy(() -> TopicBook.read(empty)).hasMessageContaining("no file in it ends in .txt");
    }

    private TopicBook read(String text) throws IOException, TopicsException {
        return TopicBook.read(Files.writeString(folder.resolve("own.txt"), text));
    }

    private static List<String> topics(TopicBook book, String title) {
        var vocabulary = new Vocabulary();
        var tagger = new TopicTagger(vocabulary, book);
        var document = Document.cut(Articles.article(title, ""), new Tokenizer(vocabulary));
        return tagger.tag(document).stream().map(TopicTag::topic).toList();
    }
}

package io.dyadwire.processor.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Document;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryFinderTest {
    private static final String TEXT =
            "Customs officers on both sides of the strait said that lorries had been waiting "
                    + "since dawn, and that nobody had told them when the new papers would be asked for.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lorries wait as strait towns quarrel over papers | UPDATE 2-Lorries wait as strait towns quarrel over papers
            Lorries wait as strait towns quarrel over papers | Lorries wait, as strait towns “quarrel” over papers - The Harbour Post
            Lorries wait as strait towns quarrel over papers | LORRIES WAIT AS STRAIT TOWNS QUARREL OVER PAPERS
            Lorries wait as strait towns quarrel over papers | (LEAD) Lorries wait as strait towns quarrel over papers
            Lorries wait as strait towns quarrel over papers | CORRECTED-UPDATE 1-Lorries wait as strait towns quarrel over papers
            海峡の町で税関書類をめぐりトラックが待つ | 海峡の町で、税関書類をめぐりトラックが待つ
            """)
    void shouldGiveTheSameHeadlineOneStory(String one, String other) {
        assertThat(story(one, TEXT).id())
                .isEqualTo(story(other, "Something else was written below it.").id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Lorries wait as strait towns quarrel over papers | Lorries move as strait towns settle quarrel over papers
            Lorries wait as strait towns quarrel over papers | Lorries wait as strait towns quarrel over papers - again
            News in brief | Morning briefing
            """)
    void shouldKeepHeadlinesApart(String one, String other) {
        assertThat(story(one, TEXT).id()).isNotEqualTo(story(other, TEXT).id());
    }

    @Test
    void shouldNotTakeAHeadlineThatSaysLittleForAStory() {
        String other =
                "The herring fleet came home with empty holds for the third week, and the owners blame the warm water off the cape.";

        assertThat(story("News in brief", TEXT).id())
                .isNotEqualTo(story("News in brief", other).id());
        assertThat(story("News in brief", TEXT).id())
                .isEqualTo(story("News in brief", TEXT).id());
        assertThat(story("Brief", "Short.", "one").id())
                .isNotEqualTo(story("Brief", "Short.", "two").id());
    }

    @Test
    void shouldTellTheSameTextWhateverStandsBeforeIt() {
        String key = story("A headline of some words", TEXT).textKey();

        assertThat(key).isNotNull();
        assertThat(story("Another headline of ours", "PORT ELMS, Aug 3 (Harbour Agency) - " + TEXT)
                        .textKey())
                .isEqualTo(key);
        assertThat(story("A headline of some words", "Lorries waited since dawn.")
                        .textKey())
                .isNull();
    }

    private static Story story(String title, String text) {
        return story(title, text, "id");
    }

    private static Story story(String title, String text, String id) {
        Instant at = Instant.parse("2019-08-03T06:00:00Z");
        Article article = new Article(
                ArticleId.of(id),
                null,
                "harbour",
                "The Harbour Post: world",
                "The Harbour Post",
                title,
                text,
                TextKind.FULL,
                "en",
                at,
                PublishedAtSource.FEED,
                at,
                null,
                1,
                List.of(),
                List.of(),
                false);
        return StoryFinder.of(Document.cut(article, new Tokenizer(new Vocabulary())));
    }
}

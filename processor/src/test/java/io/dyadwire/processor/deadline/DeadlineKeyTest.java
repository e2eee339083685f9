package io.dyadwire.processor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.processor.tag.ArticleTagger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are taken for one thing, and which are not. */
class DeadlineKeyTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A decision on whether to extend the Open Skies Overflight Treaty is due on Aug. 24. | A decision on extending the OSOT is due on Aug. 24.
            A decision on extending the OSOT is due on Aug. 24. | The renewal of the OSOT is due by Sept. 3.
            A decision on extending the fishing pact is due on Aug. 24. | Renewal of the fishing agreement is due by Sept. 3.
            Japan and South Korea must decide by Aug. 24 whether to extend GSOMIA. | Seoul has until Aug. 24 to decide whether to renew its military intelligence pact with Japan.
            India and Pakistan must decide by Oct. 1 whether to extend the Indus Waters Treaty. | Pakistan and India will decide by Oct. 1 whether to renew the water-sharing accord.
            Chad may leave the Lake Basin Water Pact. It has until Oct. 1 to say whether it will renew the pact. | Chad must decide by Oct. 1 whether to renew the Lake Basin Water Pact.
            A decision on the border treaty is due by Aug. 24. | A decision on the border accord is due by Sept. 3.
            """)
    void shouldTakeForOneThing(String one, String other) {
        assertThat(id(one)).isEqualTo(id(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A decision on extending the OSOT is due on Aug. 24. | The OSOT expires on Nov. 22.
            A decision on extending the fishing pact is due on Aug. 24. | A decision on extending the border pact is due on Aug. 24.
            A decision on whether to hold the hearing is due on Aug. 24. | The hearing is set for Sept. 3.
            Japan and South Korea must decide by Aug. 24 whether to extend GSOMIA. | Japan and South Korea must decide by Aug. 24 whether to extend the currency swap pact.
            Renewal of the fishing pact is due by Aug. 24. | The signing of the fishing pact is due by Aug. 24.
            """)
    void shouldTakeForTwoThings(String one, String other) {
        assertThat(id(one)).isNotEqualTo(id(other));
    }

    /** Two articles that say too little to tell are about two things. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The summit is set for Sept. 3.                                | false
            A court hearing is set for Sept. 3.                           | false
            The Arctic Council summit is set for Sept. 3.                 | true
            A decision on the price of school meals is due by Sept. 3.    | true
            Japan and South Korea will hold a summit on Sept. 3.          | true
            """)
    void shouldJoinArticlesOnlyByWordsThatTellTheThing(String text, boolean joined) {
        assertThat(id(text, "one").equals(id(text, "other"))).isEqualTo(joined);
    }

    private static String id(String text) {
        return id(text, "a");
    }

    private static String id(String text, String article) {
        var said = NewsSample.article(article, NewsSample.PUBLISHED, "", text);
        return TAGGER.tag(said).deadlines().getFirst().id();
    }
}

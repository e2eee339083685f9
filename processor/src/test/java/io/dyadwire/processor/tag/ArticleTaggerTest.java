package io.dyadwire.processor.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.processor.text.Articles;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticleTaggerTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();

    @Test
    void shouldFitIntoARecordWhateverTheTextHolds() {
        String states = "Iran, Iraq, Peru, Mali, Oman, Fiji, Togo and Cuba";
        String text = IntStream.range(0, 3_000)
                .mapToObj(i -> states + " must sign " + i + " by " + LocalDate.ofEpochDay(22_000 + i) + ". ")
                .collect(Collectors.joining());

        TaggedArticle tagged = TAGGER.tag(Articles.article("A summit of " + states, text));

        assertThat(tagged.deadlines()).hasSizeGreaterThan(100);
        assertThat(Topics.TAGGED.valueSerde().write(tagged)).hasSizeLessThan(Topics.MAX_RECORD_BYTES);
    }
}

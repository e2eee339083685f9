package io.dyadwire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.processor.topology.Duplicates.Seen;
import io.dyadwire.processor.topology.Duplicates.Verdict;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    @Test
    void shouldLetTheFirstSightThrough() {
        assertThat(Duplicates.judge(null, Articles.article("x", 1))).isEqualTo(Verdict.FIRST);
    }

    @Test
    void shouldLetAnEditOfTheSameFeedThrough() {
        assertThat(Duplicates.judge(new Seen(Articles.FEED, 1), Articles.article("x", 2)))
                .isEqualTo(Verdict.EDITED);
    }

    @Test
    void shouldDropTheSameVersionAgain() {
        assertThat(Duplicates.judge(new Seen(Articles.FEED, 2), Articles.article("x", 2)))
                .isEqualTo(Verdict.SAME_VERSION);
    }

    @Test
    void shouldDropWhatAnotherFeedAlreadyBrought() {
        assertThat(Duplicates.judge(new Seen("other", 1), Articles.article("x", 2)))
                .isEqualTo(Verdict.OTHER_FEED);
    }
}

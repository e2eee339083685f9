package io.dyadwire.runner.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.processor.tag.ArticleTagger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A summit over ten articles, from their words to what a desk is told. */
class SummitStoryTest {
    private static final ArticleTagger TAGGER = ArticleTagger.create();

    @TempDir
    private Path folder;

    @Test
    void shouldTellTheDeskEachChangeOnce() {
        try (Pipeline pipeline = new Pipeline(folder, TAGGER::tag)) {
            Summit.ARTICLES.forEach(pipeline::publish);
            pipeline.clock("2021-05-01T00:00:00Z");

            assertThat(pipeline.alerts())
                    .extracting(alert -> alert.type() + " " + alert.reason())
                    .containsExactly(
                            "ANNOUNCED New event on Mar 31: summit of Greece and Turkey, says Aegean Courier.",
                            "CONFIRMED Confirmed on Mar 31: summit of Greece and Turkey, say Aegean Courier and Bosphorus Post.",
                            "MOVED Put off from Mar 31 to Apr 16: summit of Greece and Turkey, says Aegean Courier.",
                            "CONFLICT Levant Ledger says Apr 19, Aegean Courier Apr 16: summit of Greece and Turkey.",
                            "CONFIRMED Confirmed on Apr 16: summit of Greece and Turkey, say Aegean Courier and Bosphorus Post.",
                            "MOVED Brought forward from Apr 16 to Apr 9: summit of Greece and Turkey, says Aegean Courier.",
                            "CANCELLED Called off, was set on Apr 9: summit of Greece and Turkey, says Levant Ledger.");
            assertThat(pipeline.deadlines().stream().map(Deadline::revision).distinct())
                    .containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void shouldTellThatADecisionWasMade() {
        try (Pipeline pipeline = new Pipeline(folder, TAGGER::tag)) {
            Summit.DECISION.forEach(pipeline::publish);
            pipeline.clock("2021-04-05T00:00:00Z");

            assertThat(pipeline.alerts())
                    .extracting(alert ->
                            alert.type() + " " + alert.deadlines().getFirst().date())
                    .containsExactly("ANNOUNCED 2021-03-31", "CONFIRMED 2021-03-31", "MET 2021-03-31");
        }
    }

    /** Only the revision tells the way: it counts what readers were shown. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldEndTheSameInAnyOrder(int seed) {
        Deadline inOrder = end(Summit.ARTICLES, "in-order");
        Random random = new Random(seed);

        for (int i = 0; i < 3; i++) {
            List<Article> shuffled = new ArrayList<>(Summit.ARTICLES);
            Collections.shuffle(shuffled, random);
            assertThat(end(shuffled, "round-" + i))
                    .usingRecursiveComparison()
                    .ignoringFields("revision")
                    .isEqualTo(inOrder);
        }
    }

    private Deadline end(List<Article> story, String name) {
        try (Pipeline pipeline = new Pipeline(folder.resolve(name), TAGGER::tag)) {
            story.forEach(pipeline::publish);
            return pipeline.deadlines().getLast();
        }
    }
}

package io.dyadwire.runner.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.MoveKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deadline over ten articles, from the articles to what a desk is told. */
class DeadlineStoryTest {
    private static final List<Told> STORY = List.of(
            Told.date(
                    "08-12T03:00",
                    "Hanseong Ledger",
                    "2019-08-24",
                    "Seoul and Tokyo must decide on the pact by Aug. 24."),
            Told.date(
                    "08-12T09:00",
                    "Kanto Courier",
                    "2019-08-24",
                    "For the pact the clock stops on Aug. 24, officials say."),
            Told.date(
                    "08-12T10:00",
                    "Harbour Evening",
                    "2019-08-24",
                    "For the pact the clock stops on Aug. 24, officials say."),
            Told.turn(
                    "08-13T06:00", "Meridian Post", DeadlineTurn.DOUBTED, "Hardly anybody expects an answer in time."),
            Told.move(
                    "08-14T02:00",
                    "Kanto Courier",
                    "2019-09-03",
                    MoveKind.EXTENDED,
                    "2019-08-24",
                    "The two gave themselves until Sept. 3 instead of Aug. 24."),
            Told.date("08-14T05:00", "Meridian Post", "2019-09-05", "They now have until Sept. 5."),
            Told.date("08-15T01:00", "Hanseong Ledger", "2019-09-03", "Sept. 3 is the new day for a decision."),
            Told.move(
                    "08-16T04:00",
                    "Hanseong Ledger",
                    "2019-08-30",
                    MoveKind.BROUGHT_FORWARD,
                    "2019-09-03",
                    "The decision will come on Aug. 30 already, not on Sept. 3."),
            Told.turn("08-17T08:00", "Meridian Post", DeadlineTurn.DENIED, "A spokesman knew of no date."),
            Told.turn(
                    "08-18T07:00",
                    "Kanto Courier",
                    DeadlineTurn.CANCELLED,
                    "The two dropped the plan for a decision."));

    @TempDir
    private Path folder;

    @Test
    void shouldTellTheDeskEachChangeOnce() {
        try (Pipeline pipeline = new Pipeline(folder, STORY)) {
            STORY.forEach(pipeline::publish);
            pipeline.clock("2019-09-20T00:00:00Z");

            assertThat(pipeline.alerts())
                    .extracting(alert -> alert.type() + " " + alert.reason())
                    .containsExactly(
                            "ANNOUNCED New deadline on Aug 24: decision on the pact, says Hanseong Ledger.",
                            "CONFIRMED Confirmed on Aug 24: decision on the pact, say Hanseong Ledger and Kanto Courier.",
                            "MOVED Extended from Aug 24 to Sep 3: decision on the pact, says Kanto Courier.",
                            "CONFLICT Meridian Post says Sep 5, Kanto Courier Sep 3: decision on the pact.",
                            "CONFIRMED Confirmed on Sep 3: decision on the pact, say Kanto Courier and Hanseong Ledger.",
                            "MOVED Brought forward from Sep 3 to Aug 30: decision on the pact, says Hanseong Ledger.",
                            "CANCELLED Called off, was set on Aug 30: decision on the pact, says Kanto Courier.");
        }
    }

    @Test
    void shouldShowBothQuotesWhereSomethingChanged() {
        try (Pipeline pipeline = new Pipeline(folder, STORY)) {
            STORY.forEach(pipeline::publish);

            assertThat(pipeline.alerts())
                    .extracting(alert -> alert.deadlines().getFirst())
                    .extracting(DeadlineStoryTest::quotes)
                    .containsExactly(
                            STORY.get(0).text() + " | null",
                            STORY.get(1).text() + " | " + STORY.get(0).text(),
                            STORY.get(4).text() + " | " + STORY.get(2).text(),
                            STORY.get(4).text() + " | " + STORY.get(5).text(),
                            STORY.get(6).text() + " | " + STORY.get(4).text(),
                            STORY.get(7).text() + " | " + STORY.get(6).text(),
                            STORY.get(9).text() + " | " + STORY.get(7).text());
        }
    }

    @Test
    void shouldRaiseTheRevisionWithEachChangeOfACalendar() {
        try (Pipeline pipeline = new Pipeline(folder, STORY)) {
            STORY.forEach(pipeline::publish);

            assertThat(pipeline.deadlines())
                    .extracting(deadline -> deadline.revision() + " " + deadline.date() + " " + deadline.state())
                    .containsExactly(
                            "0 2019-08-24 ANNOUNCED",
                            "0 2019-08-24 CONFIRMED",
                            "0 2019-08-24 CONFIRMED",
                            "0 2019-08-24 CONFIRMED",
                            "1 2019-09-03 MOVED",
                            "1 2019-09-03 MOVED",
                            "1 2019-09-03 CONFIRMED",
                            "2 2019-08-30 MOVED",
                            "2 2019-08-30 MOVED",
                            "3 2019-08-30 CANCELLED");
        }
    }

    /** Only the revision tells the way: it counts what readers were shown. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldEndTheSameInAnyOrder(int seed) {
        Deadline inOrder = end(STORY, "in-order");
        Random random = new Random(seed);

        for (int i = 0; i < 5; i++) {
            List<Told> shuffled = new ArrayList<>(STORY);
            Collections.shuffle(shuffled, random);
            assertThat(end(shuffled, "round-" + i))
                    .usingRecursiveComparison()
                    .ignoringFields("revision")
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void shouldTellOfTheOutcome() {
        List<Told> story = new ArrayList<>(STORY.subList(0, 2));
        story.add(Told.turn("08-23T05:00", "Meridian Post", DeadlineTurn.MET, "Seoul and Tokyo renewed the pact."));
        try (Pipeline pipeline = new Pipeline(folder, story)) {
            story.forEach(pipeline::publish);
            pipeline.clock("2019-08-29T00:00:00Z");

            List<Alert> alerts = pipeline.alerts();
            assertThat(alerts)
                    .extracting(alert -> alert.type().name())
                    .containsExactly("ANNOUNCED", "CONFIRMED", "MET");
            assertThat(alerts.getLast().reason())
                    .isEqualTo("Done, was due on Aug 24: decision on the pact, says Meridian Post.");
        }
    }

    @Test
    void shouldTellThatNoOutcomeWasSeen() {
        List<Told> story = STORY.subList(0, 2);
        try (Pipeline pipeline = new Pipeline(folder, story)) {
            story.forEach(pipeline::publish);
            pipeline.clock("2019-08-25T00:00:01Z");
            pipeline.clock("2019-08-27T00:00:00Z");
            pipeline.clock("2019-08-28T00:00:00Z");

            assertThat(pipeline.alerts())
                    .extracting(alert -> alert.type().name())
                    .containsExactly("ANNOUNCED", "CONFIRMED", "PASSED");
            assertThat(pipeline.deadlines().getLast().state()).isEqualTo(DeadlineState.PASSED);
        }
    }

    private Deadline end(List<Told> story, String name) {
        try (Pipeline pipeline = new Pipeline(folder.resolve(name), STORY)) {
            story.forEach(pipeline::publish);
            return pipeline.deadlines().getLast();
        }
    }

    private static String quotes(AlertDeadline deadline) {
        return deadline.quote() + " | "
                + (deadline.otherQuote() == null ? deadline.previousQuote() : deadline.otherQuote());
    }
}

package io.dyadwire.processor.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.processor.deadline.DeadlineTracker.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole stories: step by step in order, and in any other order with the same end. */
class DeadlineStoryTest {
    private static final List<Said> STORY = List.of(
            Telling.said(0, "Kyodo", "2019-08-24"),
            Telling.said(3, "Yonhap", "2019-08-24"),
            Telling.turned(20, "Asahi", "doubted", "2019-08-24"),
            Telling.moved(30, "Yonhap", "2019-09-03", MoveKind.EXTENDED, "2019-08-24"),
            Telling.said(33, "Slow Paper", "2019-08-24"),
            Telling.said(40, "Xinhua", "2019-09-05"),
            Telling.said(50, "Kyodo", "2019-09-03"),
            Telling.moved(70, "Kyodo", "2019-08-30", MoveKind.BROUGHT_FORWARD, "2019-09-03"),
            Telling.turned(90, "Asahi", "denied", null),
            Telling.turned(100, "Kyodo", "cancelled", null));

    @Test
    void shouldTellItStepByStep() {
        assertThat(told(STORY))
                .containsExactly(
                        "ANNOUNCED 2019-08-24 r0",
                        "CONFIRMED 2019-08-24 r0",
                        "CONFIRMED 2019-08-24 r0",
                        "MOVED 2019-09-03 r1 EXTENDED",
                        "MOVED 2019-09-03 r1 EXTENDED",
                        "MOVED 2019-09-03 r1 EXTENDED, disputed",
                        "CONFIRMED 2019-09-03 r1 EXTENDED, disputed",
                        "MOVED 2019-08-30 r2 BROUGHT_FORWARD",
                        "MOVED 2019-08-30 r2 BROUGHT_FORWARD",
                        "CANCELLED 2019-08-30 r3 BROUGHT_FORWARD");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldEndTheSameInAnyOrder(int seed) {
        Random random = new Random(seed);
        Deadline end = end(STORY);

        for (int i = 0; i < 200; i++) {
            List<Said> shuffled = new ArrayList<>(STORY);
            Collections.shuffle(shuffled, random);
            assertThat(end(shuffled)).as("seed %s, round %s", seed, i).isEqualTo(end);
        }
    }

    /** Stories made by chance: of any statements, told in any order, some of them twice. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void shouldEndTheSameWhateverIsSaid(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Said> story = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                story.add(any(random));
            }
            List<Said> shuffled = new ArrayList<>(story);
            shuffled.addAll(story.subList(0, 3));
            Collections.shuffle(shuffled, random);

            assertThat(end(shuffled)).as("seed %s, round %s", seed, i).isEqualTo(end(story));
        }
    }

    private static Said any(Random random) {
        String publisher = List.of("Kyodo", "Yonhap", "Xinhua", "Asahi").get(random.nextInt(4));
        String date = List.of("2019-08-24", "2019-08-26", "2019-08", "2019-09-03", "2019-08-15")
                .get(random.nextInt(5));
        int hours = random.nextInt(200);
        String turn = List.of("cancelled", "met", "doubted", "denied").get(random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> Telling.turned(hours, publisher, turn, random.nextBoolean() ? date : null);
            case 1 ->
                Telling.moved(hours, publisher, date, MoveKind.POSTPONED, random.nextBoolean() ? "2019-08-24" : null);
            case 2 -> Telling.event(hours, publisher, date);
            case 3 -> Telling.published(Telling.said(hours, publisher, date), random.nextInt(200));
            default -> Telling.said(hours, publisher, date);
        };
    }

    private static List<String> told(List<Said> story) {
        Telling telling = new Telling();
        List<String> lines = new ArrayList<>();
        for (Said said : story) {
            Deadline now = requireNonNull(telling.step(said).now());
            String move = now.lastMove() == null ? "" : " " + now.lastMove();
            String disputed = now.conflicts().isEmpty() ? "" : ", disputed";
            lines.add(now.state() + " " + now.date() + " r" + now.revision() + move + disputed);
        }
        return lines;
    }

    /** All of it but the revision, which counts what readers were shown on the way. */
    private static Deadline end(List<Said> story) {
        Telling telling = new Telling();
        Step step = null;
        for (Said said : story) {
            step = telling.step(said);
        }
        DeadlineFile file = requireNonNull(step).file();
        return DeadlineTracker.shown(new DeadlineFile(file.said(), file.firstSeen(), file.lastSeen(), null, 0));
    }
}

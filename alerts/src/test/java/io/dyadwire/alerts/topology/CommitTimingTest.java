package io.dyadwire.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitTimingTest {
    private static final Instant NOW = Instant.parse("2019-08-24T06:00:00Z");

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final CommitTiming timing = new CommitTiming(Duration.ofMillis(50), () -> NOW);

    @Test
    void shouldCommitAtOnceWhatComesAlone() {
        decided(1_000, NOW);

        assertThat(context.committed()).isTrue();
        assertThat(context.scheduledPunctuators()).isEmpty();
    }

    /** The two steps of one alert, and of another. */
    @Test
    void shouldCommitSomeTimesAtOnceAfterAPause() {
        for (int i = 0; i < 4; i++) {
            context.resetCommit();
            decided(1_000 + i, NOW);
            assertThat(context.committed()).as("number " + i).isTrue();
        }

        context.resetCommit();
        decided(1_010, NOW);
        assertThat(context.committed()).as("once more").isFalse();
    }

    @Test
    void shouldCommitAsOftenAsIsAllowedWhenMuchComes() {
        int commits = 0;
        for (long at = 1_000; at < 2_000; at++) {
            context.resetCommit();
            decided(at, NOW);
            commits += context.committed() ? 1 : 0;
        }

        assertThat(commits).isEqualTo(1_000 / 50 + 3);
    }

    @Test
    void shouldCommitTogetherWhatComesInOneInterval() {
        decidedOften(1_000);
        context.resetCommit();
        decided(1_010, NOW);
        decided(1_020, NOW);

        assertThat(context.committed()).isFalse();
        assertThat(context.scheduledPunctuators()).hasSize(1);
        var later = context.scheduledPunctuators().getFirst();
        assertThat(later.getInterval()).isEqualTo(Duration.ofMillis(40));
        later.getPunctuator().punctuate(1_050);
        assertThat(context.committed()).isTrue();
        assertThat(later.cancelled()).as("once").isTrue();
    }

    @Test
    void shouldWaitLongerWithNewsThatIsLate() {
        decided(10_000, NOW);
        context.resetCommit();
        decided(10_199, NOW.minusSeconds(4));
        assertThat(context.committed()).isFalse();
        decided(10_200, NOW.minusSeconds(4));
        assertThat(context.committed()).isTrue();

        context.resetCommit();
        decided(10_699, NOW.minus(Duration.ofDays(3)));
        assertThat(context.committed()).isFalse();
        decided(10_700, NOW.minus(Duration.ofDays(3)));
        assertThat(context.committed()).isTrue();
    }

    @Test
    void shouldNotWaitForLateNewsWithWhatIsFresh() {
        decidedOften(10_000);
        decided(10_010, NOW.minusSeconds(60));
        decided(10_020, NOW);

        assertThat(context.scheduledPunctuators())
                .extracting(MockProcessorContext.CapturedPunctuator::getInterval)
                .containsExactly(Duration.ofMillis(490), Duration.ofMillis(30));
    }

    /** The task that was to commit later may have moved to another instance meanwhile. */
    @Test
    void shouldNotRelyOnACommitThatDidNotCome() {
        decidedOften(1_000);
        context.resetCommit();
        decided(1_010, NOW);
        decided(1_060, NOW);

        assertThat(context.committed()).isTrue();
    }

    private void decidedOften(long at) {
        for (int i = 0; i < 4; i++) {
            decided(at, NOW);
        }
    }

    private void decided(long at, Instant newsAt) {
        context.setCurrentSystemTimeMs(at);
        timing.decided(context, newsAt);
    }
}

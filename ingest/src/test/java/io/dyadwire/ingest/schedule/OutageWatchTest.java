package io.dyadwire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageWatchTest {
    private long nanos = Long.MAX_VALUE - 5;
    private final OutageWatch watch = new OutageWatch(() -> nanos);

    @Test
    void shouldTellAnOutageOfOursFromThatOfOthers() {
        hear(6, false, "good");
        hear(5, true, "bad");
        assertThat(watch.isOn()).as("half of the hosts").isFalse();

        hear(3, true, "worse");
        assertThat(watch.isOn()).as("most hosts").isTrue();
    }

    @Test
    void shouldGiveOneVoiceToAHost() {
        for (int i = 0; i < 500; i++) {
            watch.heard("one", true);
        }
        hear(2, true, "other");

        assertThat(watch.isOn()).isFalse();
    }

    @Test
    void shouldHearTheHostsAskedLast() {
        hear(200, false, "good");
        hear(26, true, "bad");

        assertThat(watch.isOn()).isTrue();
    }

    @Test
    void shouldProbeInAnOutageAndEndItWithTheFirstAnswer() {
        assertThat(watch.mayAsk()).isTrue();
        hear(10, true, "bad");
        assertThat(watch.mayAsk()).isFalse();

        nanos += Duration.ofSeconds(10).toNanos();
        assertThat(watch.mayAsk()).isTrue();
        assertThat(watch.mayAsk()).isFalse();
        assertThat(watch.heard("bad3", true)).isTrue();
        assertThat(watch.heard("bad4", false)).isFalse();
        assertThat(watch.mayAsk()).isTrue();
        assertThat(watch.heard("bad5", true)).isFalse();
    }

    private void hear(int hosts, boolean noAnswer, String name) {
        for (int i = 0; i < hosts; i++) {
            watch.heard(name + i, noAnswer);
        }
    }
}

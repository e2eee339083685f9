package io.dyadwire.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a hub is told, second by second. */
class FeedPingsTest {
    private static final String ASIA = "/feeds/asia.atom";
    private static final String WORLD = "/feeds/world.atom";

    private final FeedPings pings = new FeedPings();

    @Test
    void shouldTellOfABurstOnce() {
        pings.changed(ASIA, at(0));
        pings.changed(ASIA, at(0));
        pings.changed(WORLD, at(0));

        assertThat(toldBy(0)).isEmpty();
        assertThat(toldBy(1)).containsExactlyInAnyOrder(ASIA, WORLD);
        assertThat(toldBy(1_000)).isEmpty();
    }

    @Test
    void shouldNotTellOfAFeedMoreOftenThanEveryTenSeconds() {
        pings.changed(ASIA, at(0));
        assertThat(toldBy(1)).containsExactly(ASIA);
        pings.changed(ASIA, at(2));
        pings.changed(ASIA, at(9));

        assertThat(toldBy(10)).isEmpty();
        assertThat(toldBy(11)).containsExactly(ASIA);
        pings.changed(ASIA, at(60));
        assertThat(toldBy(61)).as("a second after the change").containsExactly(ASIA);
    }

    @Test
    void shouldTryAgainLessAndLessOften() {
        pings.changed(ASIA, at(0));
        List<Integer> attempts = new ArrayList<>();
        for (int second = 0; second < 3_000; second++) {
            pings.changed(ASIA, at(second));
            if (pings.due(at(second)) != null) {
                pings.failed(ASIA, at(second));
                attempts.add(second);
            }
        }

        assertThat(attempts).containsExactly(1, 6, 16, 36, 76, 156, 316, 636, 1_236, 1_836, 2_436);
    }

    private List<String> toldBy(int second) {
        List<String> told = new ArrayList<>();
        for (String path = pings.due(at(second)); path != null; path = pings.due(at(second))) {
            told.add(path);
            pings.told(path, at(second));
        }
        return told;
    }

    private static Instant at(int second) {
        return Instant.parse("2019-08-14T03:00:00Z").plusSeconds(second);
    }
}

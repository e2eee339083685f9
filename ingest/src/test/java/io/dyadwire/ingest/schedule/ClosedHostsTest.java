package io.dyadwire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClosedHostsTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00Z");
    private final ClosedHosts hosts = new ClosedHosts();

    @Test
    void shouldKeepAHostClosedUntilTheLatestTimeItAskedFor() {
        hosts.close("a.example", NOW.plusSeconds(60));
        hosts.close("a.example", NOW.plusSeconds(600));
        hosts.close("a.example", NOW.plusSeconds(90));

        assertThat(hosts.opensAt("a.example", NOW)).isEqualTo(NOW.plusSeconds(600));
        assertThat(hosts.opensAt("b.example", NOW)).isEqualTo(NOW);
        assertThat(hosts.opensAt("a.example", NOW.plusSeconds(600))).isEqualTo(NOW.plusSeconds(600));
        assertThat(hosts.opensAt("a.example", NOW)).as("forgotten once over").isEqualTo(NOW);
    }

    @Test
    void shouldFollowAClockThatIsSetBack() {
        hosts.close("a.example", NOW.plusSeconds(600));
        hosts.setBack(Duration.ofHours(1));

        assertThat(hosts.opensAt("a.example", NOW.minusSeconds(3_600))).isEqualTo(NOW.minusSeconds(3_000));
    }
}

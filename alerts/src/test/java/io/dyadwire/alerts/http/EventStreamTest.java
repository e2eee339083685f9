package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.told.TestAlerts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What one client gets. */
class EventStreamTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** As when its token was taken out. */
    @Test
    void shouldWriteNothingToAClientThatMayNotHaveItAnyMore() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        EventStream stream = new EventStream(new Flow.Wire(out, () -> {}, () -> asked.incrementAndGet() == 1));
        stream.tell(TestAlerts.told(TestAlerts.alert("one", "asia", T0), 4));

        stream.follow(Duration.ofMillis(1));

        assertThat(asked).hasValue(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("id: 4\nevent: alert\n")
                .endsWith("}\n\n");
    }
}

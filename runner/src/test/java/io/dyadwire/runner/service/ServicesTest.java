package io.dyadwire.runner.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ServicesTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void shouldEndInTheReverseOrder() {
        Services services = new Services(List.of(named("a"), named("b")));

        services.start();
        services.close();
        services.close();

        assertThat(said).containsExactly("start a", "start b", "close b", "close a");
    }

    @Test
    void shouldEndWhatRunsWhenOneDoesNotStart() {
        Service broken = Service.of(
                "b",
                () -> {
                    throw new IllegalStateException("no port");
                },
                () -> said.add("close b"));
        Services services = new Services(List.of(named("a"), broken, named("c")));

        assertThatThrownBy(services::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no port");

        assertThat(said).containsExactly("start a", "close b", "close a");
    }

    @Test
    void shouldEndTheOthersWhenOneDoesNotStop() {
        Service stubborn = Service.of("b", () -> said.add("start b"), () -> {
            throw new IllegalStateException("stuck");
        });
        Services services = new Services(List.of(named("a"), stubborn));
        services.start();

        services.close();

        assertThat(said).containsExactly("start a", "start b", "close a");
    }

    @Test
    void shouldCollectProblemsByService() {
        Service waiting = new Service("b", () -> {}, () -> {}, () -> List.of("no broker"), () -> true);

        assertThat(new Services(List.of(named("a"), waiting)).problems()).isEqualTo(Map.of("b", List.of("no broker")));
    }

    @Test
    void shouldStopWaitingWhenOneDies() throws InterruptedException {
        AtomicBoolean alive = new AtomicBoolean(true);
        Service mortal = new Service("b", () -> {}, () -> {}, List::of, alive::get);
        Services services = new Services(List.of(named("a"), mortal));
        services.start();
        assertThat(services.await(Duration.ofMillis(1))).isEmpty();

        alive.set(false);

        assertThat(services.await(Duration.ofMinutes(1))).hasValue("b");
    }

    @Test
    void shouldStopWaitingWhenClosed() throws Exception {
        Services services = new Services(List.of(named("a")));
        services.start();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(services::close);

        assertThat(services.await(Duration.ofMinutes(1))).isEmpty();

        closing.get();
    }

    private Service named(String name) {
        return Service.of(name, () -> said.add("start " + name), () -> said.add("close " + name));
    }
}

package io.dyadwire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GateTest {
    @Test
    void shouldLetOneInForEachHostAndSoManyInAll() {
        Gate gate = new Gate(3, Duration.ZERO);
        Map<String, AtomicInteger> inHost = new HashMap<>();
        AtomicInteger inAll = new AtomicInteger();
        AtomicInteger passed = new AtomicInteger();
        AtomicInteger crowds = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String host = "host" + i % 7;
                AtomicInteger here = inHost.computeIfAbsent(host, name -> new AtomicInteger());
                threads.execute(() -> pass(gate, host, () -> {
                    if (here.incrementAndGet() > 1 || inAll.incrementAndGet() > 3) {
                        crowds.incrementAndGet();
                    }
                    LockSupport.parkNanos(100_000);
                    inAll.decrementAndGet();
                    here.decrementAndGet();
                    passed.incrementAndGet();
                }));
            }
        }

        assertThat(passed).hasValue(200);
        assertThat(crowds).hasValue(0);
    }

    @Test
    void shouldNotLetAHostThatHangsHoldUpOthers() throws Exception {
        Gate gate = new Gate(2, Duration.ZERO);
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> pass(gate, "slow", () -> awaitQuietly(hanging)));
            }
            threads.execute(() -> pass(gate, "fast", done::countDown));

            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
            hanging.countDown();
        }
    }

    @Test
    void shouldPauseBetweenTwoRequestsToAHostButNotForOthers() {
        Duration spacing = Duration.ofMillis(20);
        Gate gate = new Gate(1, spacing);
        List<Long> begun = new CopyOnWriteArrayList<>();
        List<Long> ended = new CopyOnWriteArrayList<>();
        CountDownLatch others = new CountDownLatch(100);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                threads.execute(() -> pass(gate, "busy", () -> {
                    begun.add(System.nanoTime());
                    ended.add(System.nanoTime());
                }));
            }
            for (int i = 0; i < 100; i++) {
                String host = "host" + i;
                threads.execute(() -> pass(gate, host, others::countDown));
            }
        }

        assertThat(others.getCount()).isZero();
        assertThat(begun).hasSize(5);
        for (int i = 1; i < 5; i++) {
            assertThat(begun.get(i) - ended.get(i - 1)).isGreaterThanOrEqualTo(spacing.toNanos());
        }
    }

    @Test
    void shouldKeepAPlaceAmongAllUntilDoneButNoHostsTurnBeyondItsAnswer() throws Exception {
        Gate gate = new Gate(2, Duration.ZERO);
        CountDownLatch sameHost = new CountDownLatch(1);
        CountDownLatch third = new CountDownLatch(1);
        Gate.Passage reading = gate.passage();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Gate.Passage led = gate.passage()) {
            reading.pass("a", () -> {});
            threads.execute(() -> pass(gate, "a", sameHost::countDown));
            assertThat(sameHost.await(5, TimeUnit.SECONDS)).isTrue();

            led.pass("b", () -> {});
            threads.execute(() -> pass(gate, "c", third::countDown));
            assertThat(third.await(200, TimeUnit.MILLISECONDS))
                    .as("two are in hand")
                    .isFalse();
            reading.close();
            assertThat(third.await(5, TimeUnit.SECONDS)).isTrue();

            led.pass("d", () -> {});
            led.pass("b", () -> {});
            gate.pass("e", () -> {});
        }
    }

    private static void pass(Gate gate, String host, Runnable work) {
        try {
            gate.pass(host, work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.dyadwire.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
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
        Gate gate = new Gate(3);
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
        Gate gate = new Gate(2);
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

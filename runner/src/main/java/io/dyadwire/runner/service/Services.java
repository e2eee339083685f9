package io.dyadwire.runner.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of one process. They start in the order given and end in the reverse, so that what reads from another
 * ends before it. Safe to ask and to close from any thread.
 */
public final class Services implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final List<Service> services;
    private final Deque<Service> running = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public Services(List<Service> services) {
        this.services = List.copyOf(services);
    }

    /** Starts all, or none: when one fails, those before it are closed and its exception comes out. */
    public synchronized void start() {
        for (Service service : services) {
            if (closing.getCount() == 0) {
                return;
            }
            try {
                running.push(service);
                service.start().run();
                LOG.atInfo().addKeyValue("service", service.name()).log("Started");
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }
    }

    /** By service, what keeps it from being ready; empty when all are. */
    public Map<String, List<String>> problems() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Service service : services) {
            List<String> own = service.problems().get();
            if (!own.isEmpty()) {
                all.put(service.name(), own);
            }
        }
        return all;
    }

    /** The first service that has stopped by itself. */
    public Optional<String> dead() {
        return services.stream()
                .filter(service -> !service.alive().getAsBoolean())
                .map(Service::name)
                .findFirst();
    }

    /**
     * Waits until they are closed (from another thread), one of them dies, or the time is over.
     *
     * @return the service that died
     */
    public Optional<String> await(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (closing.getCount() > 0 && System.nanoTime() < end) {
            Optional<String> dead = dead();
            if (dead.isPresent()) {
                return dead;
            }
            long left = Math.min(LOOK.toNanos(), Math.max(1, end - System.nanoTime()));
            if (closing.await(left, TimeUnit.NANOSECONDS)) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Ends the waiting; whoever waits should then close them. */
    public void stop() {
        closing.countDown();
    }

    /** Whether they were stopped or closed. */
    public boolean isStopped() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        stop();
        closeAll();
    }

    private synchronized void closeAll() {
        while (!running.isEmpty()) {
            Service service = running.pop();
            try {
                service.close().run();
                LOG.atInfo().addKeyValue("service", service.name()).log("Stopped");
            } catch (RuntimeException e) {
                // The others must still end in order.
                LOG.atError().addKeyValue("service", service.name()).setCause(e).log("Did not stop cleanly");
            }
        }
    }
}

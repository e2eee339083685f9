package io.dyadwire.runner.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the thread that started everything also end everything, in its order, when the process is told to end (Ctrl-C,
 * SIGTERM). Without it the process is gone as soon as its shutdown hooks are through, whatever is still being closed.
 *
 * <p>Open it first and close it last: closing tells that all is done.
 */
public final class OrderlyEnd implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Runnable> stops = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::askAndWait, "orderly-end");
    private boolean asked;

    private OrderlyEnd() {}

    public static OrderlyEnd open() {
        OrderlyEnd end = new OrderlyEnd();
        Runtime.getRuntime().addShutdownHook(end.hook);
        return end;
    }

    /** What makes the main thread go on to its end; run at once when the process was told before. Must not block. */
    public synchronized void onStop(Runnable stop) {
        stops.add(stop);
        if (asked) {
            stop.run();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook is what brought us here; it goes on now.
        }
    }

    private void askAndWait() {
        ask();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.atWarn().addKeyValue("waited", PATIENCE).log("Not all was closed in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void ask() {
        asked = true;
        stops.forEach(Runnable::run);
    }
}

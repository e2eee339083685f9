package io.dyadwire.ingest.feed;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A few threads that read feeds, so that a burst of answers neither fills the heap with trees nor takes every core; and
 * a limit on how long one feed may take. Its threads are daemons and end when there is nothing to do.
 */
final class ReadingPool {
    private static final int MAX_THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Duration limit;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;

    ReadingPool(Duration limit) {
        this.limit = limit;
        int size = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS);
        this.free = new Semaphore(size);
        this.threads = new ThreadPoolExecutor(
                size,
                size,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("feed-reader-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Waits for a free thread, then at most the limit for the outcome. */
    <T> T call(Callable<T> reading) throws UnreadableFeedException {
        FutureTask<T> task = new FutureTask<>(reading);
        try {
            free.acquire();
            threads.execute(() -> runAndFree(task));
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new UnreadableFeedException("it took longer than " + limit.toMillis() + " ms to read", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnreadableFeedException("reading it was interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private void runAndFree(FutureTask<?> task) {
        try {
            task.run();
        } finally {
            free.release();
        }
    }

    private static UnreadableFeedException failure(Throwable cause) {
        return switch (cause) {
            case UnreadableFeedException unreadable -> unreadable;
            case StackOverflowError deep -> new UnreadableFeedException("it is nested too deeply", deep);
            case Error error -> throw error;
            // The parsers throw what they like on input nobody thought of; one feed must not stop the others.
            default -> new UnreadableFeedException("the parser gave up: " + cause, cause);
        };
    }
}

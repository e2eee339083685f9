package io.dyadwire.ingest.schedule;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who may ask now: one request a host at a time, with a pause before the next, and so many over all. A host that hangs or
 * has hundreds of feeds holds up only itself, since a place among all is taken after the host's turn and pause have come.
 * Waiting costs a parked virtual thread and no more.
 */
public final class Gate {
    private static final class Host {
        private final Semaphore turn = new Semaphore(1, true);
        private long freeFrom = System.nanoTime();
    }

    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();
    private final Semaphore all;
    private final Duration spacing;

    /** @param spacing between the end of one request to a host and the start of the next, in real time */
    public Gate(int concurrent, Duration spacing) {
        this.all = new Semaphore(concurrent, true);
        this.spacing = spacing;
    }

    /** Waits for its turn, runs, and lets the next one in. */
    public void pass(String host, Runnable work) throws InterruptedException {
        try (Passage passage = passage()) {
            passage.pass(host, work);
        }
    }

    /** For work that goes on with what a host gave, or is led to another. */
    public Passage passage() {
        return new Passage();
    }

    /**
     * The way of one through the gate. It keeps its place among all until it is closed or goes on to another host, so that
     * no more is in hand at once than may ask at once; a host's turn ends with its answer. Not thread-safe.
     */
    public final class Passage implements AutoCloseable {
        private boolean inside;

        private Passage() {}

        /** Waits for the turn of this host, and runs. */
        public void pass(String name, Runnable work) throws InterruptedException {
            close();
            Host host = hosts.computeIfAbsent(name, key -> new Host());
            host.turn.acquire();
            try {
                TimeUnit.NANOSECONDS.sleep(host.freeFrom - System.nanoTime());
                all.acquire();
                inside = true;
                try {
                    work.run();
                } finally {
                    host.freeFrom = System.nanoTime() + spacing.toNanos();
                }
            } finally {
                host.turn.release();
            }
        }

        @Override
        public void close() {
            if (inside) {
                inside = false;
                all.release();
            }
        }
    }
}

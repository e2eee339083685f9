package io.dyadwire.ingest.schedule;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * Who may ask now: one request a host at a time, and so many over all. A host that hangs holds up only itself, since a
 * place among all is taken after the host's turn has come.
 */
public final class Gate {
    private final ConcurrentMap<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final Semaphore all;

    public Gate(int concurrent) {
        this.all = new Semaphore(concurrent, true);
    }

    /** Waits for its turn, runs, and lets the next one in. */
    public void pass(String host, Runnable work) throws InterruptedException {
        Semaphore turn = hosts.computeIfAbsent(host, name -> new Semaphore(1, true));
        turn.acquire();
        try {
            all.acquire();
            try {
                work.run();
            } finally {
                all.release();
            }
        } finally {
            turn.release();
        }
    }
}

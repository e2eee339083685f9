package io.dyadwire.bench.match;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** What an index costs beside matching: to load, to keep, to change while others match. */
final class Figures {
    private static final int LOADS = 5;
    private static final int CHANGES = 3_000;
    private static final long PAUSE_NANOS = 500_000;

    private final List<String> queries;
    private final List<News> news;

    Figures(List<String> queries, List<News> news) {
        this.queries = queries;
        this.news = news;
    }

    String run() throws IOException, InterruptedException {
        return String.format(Locale.ROOT, "%nfigures: %,d selective queries%n", queries.size())
                + load()
                + memory()
                + changes();
    }

    private String load() throws IOException {
        double wall = Double.MAX_VALUE;
        double cpu = Double.MAX_VALUE;
        for (int i = 0; i < LOADS; i++) {
            LoadTime.Seconds seconds = LoadTime.measure(queries);
            wall = Math.min(wall, seconds.wall());
            cpu = Math.min(cpu, seconds.cpu());
        }
        return String.format(
                Locale.ROOT,
                "  read and put by a JVM just started: %.2f s, of it %.2f s CPU of the thread (best of %d)%n",
                wall,
                cpu,
                LOADS);
    }

    private String memory() {
        long before = used();
        OwnSide index = new OwnSide(queries);
        try {
            return String.format(Locale.ROOT, "  kept on the heap: %.1f MB%n", (used() - before) / 1e6);
        } finally {
            Reference.reachabilityFence(index);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** One query put, replaced, removed each half millisecond, while another thread matches all the time. */
    private String changes() throws InterruptedException {
        OwnSide index = new OwnSide(queries);
        AtomicBoolean done = new AtomicBoolean();
        Spread matching = new Spread();
        Thread reader = new Thread(() -> {
            for (int i = 0; !done.get(); i++) {
                long from = System.nanoTime();
                index.find(news.get(i % news.size()));
                matching.add(System.nanoTime() - from);
            }
        });
        reader.start();
        for (int i = 0; i < CHANGES; i++) {
            new Change().time(put(index, queries.size() + i, i));
        }
        Change put = new Change();
        Change replace = new Change();
        Change remove = new Change();
        for (int i = 0; i < CHANGES; i++) {
            int number = i;
            put.time(put(index, 2 * queries.size() + i, i));
            replace.time(put(index, i, i + 1));
            remove.time(() -> index.remove(queries.size() + number));
        }
        done.set(true);
        reader.join();
        return "  put one while another thread matches: " + put + "\n  replace one:                           "
                + replace
                + "\n  remove one:                            " + remove
                + "\n  matching meanwhile:                    " + matching + "\n";
    }

    private Runnable put(OwnSide index, int key, int query) {
        return () -> index.put(key, queries.get(query % queries.size()));
    }

    /** How long changes took, and how much of that the thread worked: the rest it waited, for its turn or for a processor. */
    private static final class Change {
        private final Spread wall = new Spread();
        private final Spread cpu = new Spread();

        void time(Runnable change) {
            long cpuFrom = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long from = System.nanoTime();
            change.run();
            wall.add(System.nanoTime() - from);
            cpu.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuFrom);
            LockSupport.parkNanos(PAUSE_NANOS);
        }

        @Override
        public String toString() {
            return wall + String.format(Locale.ROOT, "   (CPU p99 %,.1f µs)", cpu.micros(0.99));
        }
    }
}

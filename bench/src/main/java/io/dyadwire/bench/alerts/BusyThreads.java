package io.dyadwire.bench.alerts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * CPU time of the process's threads by whom they work for, in nanoseconds since their start. Unlike what the clock says, it
 * hardly depends on what else the machine does. The compiler and the collector of the JVM are not among them.
 *
 * @param stream the stream thread: matching, deciding, JSON
 * @param client its producer's and consumer's own threads
 * @param broker the embedded broker's
 */
record BusyThreads(long stream, long client, long broker) {
    static BusyThreads now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long stream = 0;
        long client = 0;
        long broker = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            long cpu = thread == null ? 0 : Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            String name = thread == null ? "" : thread.getThreadName();
            if (name.contains("producer-network") || name.contains("heartbeat")) {
                client += name.contains("StreamThread") || name.contains("heartbeat") ? cpu : 0;
            } else if (name.contains("StreamThread")) {
                stream += cpu;
            } else if (!name.equals("main") && !name.contains("admin-client")) {
                broker += cpu;
            }
        }
        return new BusyThreads(stream, client, broker);
    }

    /** Microseconds of each since then, for each of so many articles. */
    String since(BusyThreads before, long articles) {
        return String.format(
                Locale.ROOT,
                "CPU an article: stream thread %,.0f µs, its clients %,.0f µs, broker %,.0f µs",
                (stream - before.stream) / 1e3 / articles,
                (client - before.client) / 1e3 / articles,
                (broker - before.broker) / 1e3 / articles);
    }
}

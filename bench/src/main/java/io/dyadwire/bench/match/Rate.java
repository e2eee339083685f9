package io.dyadwire.bench.match;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Articles a second of one thread: of its CPU time, and of the time on the wall. */
record Rate(double cpu, double wall) {

    /** Something done to the article of this number, and to those that follow when it takes several at once. */
    interface Step {
        /** Returns how many articles that were. */
        int at(int article);
    }

    /** Does it again and again from article {@code from} on, for so long by the CPU. */
    static Rate of(double seconds, int from, Step step) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        long spent = 0;
        int done = 0;
        while (spent < seconds * 1e9) {
            done += step.at(from + done);
            spent = done % 16 == 0 || spent == 0 || System.nanoTime() - wall > seconds * 1e9
                    ? threads.getCurrentThreadCpuTime() - cpu
                    : spent;
        }
        return new Rate(done * 1e9 / spent, done * 1e9 / (System.nanoTime() - wall));
    }

    static Rate median(Rate... rounds) {
        double[] cpu = Arrays.stream(rounds).mapToDouble(Rate::cpu).sorted().toArray();
        double[] wall = Arrays.stream(rounds).mapToDouble(Rate::wall).sorted().toArray();
        return new Rate(cpu[cpu.length / 2], wall[wall.length / 2]);
    }
}

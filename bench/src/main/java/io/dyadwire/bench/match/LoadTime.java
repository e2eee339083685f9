package io.dyadwire.bench.match;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long a JVM that has just started takes to read and put queries, in a process of its own. */
public final class LoadTime {
    private LoadTime() {}

    /** Seconds on the wall, and of the thread's CPU time. */
    record Seconds(double wall, double cpu) {}

    static Seconds measure(List<String> queries) throws IOException {
        Path file = Files.createTempFile("queries", ".txt");
        try {
            Files.write(file, queries);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoadTime.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ", -1);
            return new Seconds(Double.parseDouble(printed[0]), Double.parseDouble(printed[1]));
        } finally {
            Files.delete(file);
        }
    }

    /** Argument: a file with a query in each line. Prints seconds on the wall and of CPU time. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        List<String> queries = Files.readAllLines(Path.of(args[0]));
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        new OwnSide(queries);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.println((System.nanoTime() - wall) / 1e9 + " " + spent / 1e9);
    }
}

package io.dyadwire.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service of dyadwire in a process of its own, with a small heap, seen from outside through its metrics. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern BUCKET =
            Pattern.compile("(?m)^dyadwire_feed_poll_lateness_seconds_bucket\\{le=\"([^\"]+)\"\\} ([0-9.E+]+)$");
    private static final Pattern LIVE = Pattern.compile("(?m)^jvm_gc_live_data_size_bytes ([0-9.E+]+)$");
    private static final Pattern USED =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\",id=\"[^\"]*\"\\} ([0-9.E+]+)$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private final Process process;
    private final URI metrics;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, URI metrics) {
        this.process = process;
        this.metrics = metrics;
    }

    /**
     * Starts it.
     *
     * @param command such as {@code ingest}; its log has this name too
     * @param heap such as {@code 512m}
     * @param folder for its settings and log
     */
    public static ServiceProcess start(String command, String heap, Path folder, String settings) throws IOException {
        int port = freePort();
        Path config = Files.writeString(folder.resolve("dyadwire.yaml"), settings);
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap));
        line.addAll(List.of(
                "-Djdk.xml.maxElementDepth=100",
                "-Djdk.xml.elementAttributeLimit=200",
                "-Djdk.xml.entityExpansionLimit=2500",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.dyadwire.runner.Dyadwire",
                command,
                "--config",
                config.toString(),
                "--data",
                folder.toString(),
                "--ops-port",
                Integer.toString(port)));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command + ".log").toFile())
                .start();
        return new ServiceProcess(process, URI.create("http://127.0.0.1:" + port + "/metrics"));
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What it says of itself now; empty while it starts. */
    public String metrics() throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }

    /** Polls by the most seconds that they began too late, cumulative. */
    public static Map<Double, Double> lateness(String metrics) {
        Map<Double, Double> buckets = new TreeMap<>();
        Matcher found = BUCKET.matcher(metrics);
        while (found.find()) {
            double most = found.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(found.group(1));
            buckets.put(most, Double.parseDouble(found.group(2)));
        }
        return buckets;
    }

    /** The bound in seconds within which this share of the polls began between two readings. */
    public static double within(double share, Map<Double, Double> before, Map<Double, Double> after) {
        double all = count(before, after, Double.POSITIVE_INFINITY);
        return after.keySet().stream()
                .filter(most -> count(before, after, most) >= share * all)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double count(Map<Double, Double> before, Map<Double, Double> after, double most) {
        return after.getOrDefault(most, 0.0) - before.getOrDefault(most, 0.0);
    }

    /** Bytes that survived the last full look of the collector. */
    public static double live(String metrics) {
        return sum(LIVE, metrics);
    }

    /** Bytes of heap in use, what may be thrown away included. */
    public static double used(String metrics) {
        return sum(USED, metrics);
    }

    /** Bytes of heap that are in use after a full collection, which this asks for. */
    public double usedAfterCollection() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process collection = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new IllegalStateException("jcmd of this JDK cannot ask process " + process.pid() + " to collect");
        }
        return used(metrics());
    }

    /** Kilobytes of memory that the process holds, heap and all else; 0 where the system does not tell. */
    public long resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status) ? (long) sum(RESIDENT, Files.readString(status)) : 0;
    }

    private static double sum(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    /** One that nobody listens on now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks it to stop, and makes it stop when it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}

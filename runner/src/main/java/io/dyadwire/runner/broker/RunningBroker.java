package io.dyadwire.runner.broker;

import io.dyadwire.contract.Check;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a data folder says about the broker that runs on it, or did last: the small file {@code broker.running}. After a
 * crash it still names the dead process, so it counts only while that very process lives.
 *
 * @param pid 0 after a clean end
 * @param started when the process started, as its system says; two processes may come to have the same id
 * @param port on 127.0.0.1; 0 while the broker is still starting for the first time
 */
public record RunningBroker(long pid, String started, int port) {
    private static final String FILE = "broker.running";

    public RunningBroker {
        Check.present("started", started);
    }

    /** The broker that runs on this folder now, in any process. */
    public static Optional<RunningBroker> on(Path folder) {
        return last(folder).filter(RunningBroker::lives);
    }

    /** {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return ServerProperties.address(port);
    }

    /** The broker that ran on this folder last, whether or not it still does. */
    static Optional<RunningBroker> last(Path folder) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            lines.load(reader);
            return Optional.of(new RunningBroker(
                    Long.parseLong(lines.getProperty("pid", "0")),
                    lines.getProperty("started", ""),
                    Integer.parseInt(lines.getProperty("port", "0"))));
        } catch (IOException | IllegalArgumentException e) {
            // No file, or one that a crash cut short: nothing runs as far as the folder knows. The lock decides.
            return Optional.empty();
        }
    }

    static RunningBroker here(int port) {
        ProcessHandle me = ProcessHandle.current();
        return new RunningBroker(me.pid(), startOf(me), port);
    }

    RunningBroker ended() {
        return new RunningBroker(0, "", port);
    }

    void write(Path folder) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("pid", Long.toString(pid));
        lines.setProperty("started", started);
        lines.setProperty("port", Integer.toString(port));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            lines.store(writer, "The broker that runs on this folder, or did last (pid 0)");
        }
    }

    boolean isThisProcess() {
        ProcessHandle me = ProcessHandle.current();
        return pid == me.pid() && started.equals(startOf(me));
    }

    private boolean lives() {
        return ProcessHandle.of(pid)
                .filter(process -> startOf(process).equals(started))
                .isPresent();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}

package io.dyadwire.runner.broker;

import io.dyadwire.contract.Check;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What a data folder says about the broker that runs on it, or did last: the small file {@code broker.running}. After a
 * crash it still names the dead process, so it counts only while that very process lives.
 *
 * @param pid 0 after a clean end
 * @param started when the process started, as its system says; two processes may come to have the same id
 * @param port on 127.0.0.1; 0 while the first broker of a folder is still starting
 * @param ready whether it takes requests there; until then the port is that of the broker before it
 */
public record RunningBroker(long pid, String started, int port, boolean ready) {
    private static final String FILE = "broker.running";
    private static final String DRAFT = FILE + ".next";

    public RunningBroker {
        Check.present("started", started);
    }

    /** The broker that takes requests on this folder now, in any process; not one that is still starting. */
    public static Optional<RunningBroker> on(Path folder) {
        return holder(folder).filter(RunningBroker::ready);
    }

    /** The broker that has this folder now, in any process, and may still be starting. */
    static Optional<RunningBroker> holder(Path folder) {
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
                    Integer.parseInt(lines.getProperty("port", "0")),
                    Boolean.parseBoolean(lines.getProperty("ready", "false"))));
        } catch (IOException | IllegalArgumentException e) {
            // No file, or not one of ours: nothing runs as far as the folder knows. The lock decides.
            return Optional.empty();
        }
    }

    /** Starts in this process; the one before it listened on this port. */
    static RunningBroker starting(int lastPort) {
        ProcessHandle me = ProcessHandle.current();
        return new RunningBroker(me.pid(), startOf(me), lastPort, false);
    }

    RunningBroker readyOn(int newPort) {
        return new RunningBroker(pid, started, newPort, true);
    }

    RunningBroker ended() {
        return new RunningBroker(0, "", port, false);
    }

    boolean hasEnded() {
        return pid == 0;
    }

    /** In one step: who looks, or a crash, finds the old words or the new ones. */
    void write(Path folder) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("pid", Long.toString(pid));
        lines.setProperty("started", started);
        lines.setProperty("port", Integer.toString(port));
        lines.setProperty("ready", Boolean.toString(ready));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(DRAFT))) {
            lines.store(writer, "The broker that runs on this folder, or did last (pid 0)");
        }
        Files.move(folder.resolve(DRAFT), folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
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

package io.dyadwire.runner.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a data folder for one broker. The system lets go of it when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;
    private final boolean leftCleanly;
    private RunningBroker said;

    private FolderLock(Path folder, FileChannel channel, boolean leftCleanly, RunningBroker said) {
        this.folder = folder;
        this.channel = channel;
        this.leftCleanly = leftCleanly;
        this.said = said;
    }

    /**
     * Takes the folder, making it when it is not there.
     *
     * @throws BrokerException when a broker runs on it, or it cannot be written
     */
    static FolderLock take(Path folder) {
        // Asked before the lock file is opened: closing a second channel on it would drop our own process's lock.
        RunningBroker.holder(folder).filter(RunningBroker::isThisProcess).ifPresent(running -> {
            throw inUse(folder, running);
        });
        FileChannel channel = open(folder);
        try {
            if (channel.tryLock() != null) {
                Optional<RunningBroker> last = RunningBroker.last(folder);
                RunningBroker starting =
                        RunningBroker.starting(last.map(RunningBroker::port).orElse(0));
                starting.write(folder);
                return new FolderLock(
                        folder, channel, last.filter(RunningBroker::hasEnded).isPresent(), starting);
            }
        } catch (OverlappingFileLockException e) {
            // Another broker of this process is about to write its file: the answer is the same.
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw notWritable(folder, e);
        }
        closeQuietly(channel, null);
        throw inUse(folder, RunningBroker.holder(folder).orElse(null));
    }

    /** Where the last broker on this folder listened; 0 for the first. */
    int lastPort() {
        return said.port();
    }

    /** Whether the last broker on this folder came to its end, and was not killed; false for the first. */
    boolean leftCleanly() {
        return leftCleanly;
    }

    /** Says that the broker takes requests, and where, for those who look for it. */
    void announce(int port) {
        said = said.readyOn(port);
        try {
            said.write(folder);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            said.ended().write(folder);
        } catch (IOException e) {
            throw new BrokerException("cannot let go of the data folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static FileChannel open(Path folder) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private static BrokerException inUse(Path folder, @Nullable RunningBroker holder) {
        String who = holder == null ? "another process" : "process " + holder.pid();
        return new BrokerException("the data folder " + folder + " is in use by " + who
                + ": stop that one first (Ctrl-C where it runs), or give another folder with --data");
    }

    private static BrokerException notWritable(Path folder, IOException e) {
        return new BrokerException(
                "cannot write to the data folder " + folder + " ("
                        + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "): free the place, allow writing, or give another folder with --data",
                e);
    }

    private static void closeQuietly(FileChannel channel, @Nullable IOException first) {
        try {
            channel.close();
        } catch (IOException e) {
            if (first != null) {
                first.addSuppressed(e);
            }
        }
    }
}

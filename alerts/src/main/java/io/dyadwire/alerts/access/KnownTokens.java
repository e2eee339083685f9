package io.dyadwire.alerts.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may ask, as it stands now. A file of tokens is looked at again when somebody asks, every two seconds at most; one that
 * cannot be read or has a mistake changes nothing and is told in the log. Thread-safe.
 */
public final class KnownTokens {
    private static final Logger LOG = LoggerFactory.getLogger(KnownTokens.class);
    private static final long LOOK_AFTER = TimeUnit.SECONDS.toNanos(2);

    private final @Nullable Path file;
    private final Tokens besides;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private byte @Nullable [] read;
    private volatile long lookedAt;
    private volatile Tokens tokens;
    private String problem = "";

    private KnownTokens(@Nullable Path file, Tokens besides, LongSupplier nanos) {
        this.file = file;
        this.besides = besides;
        this.nanos = nanos;
        this.tokens = besides;
    }

    /** These, whatever comes. */
    public static KnownTokens of(Tokens tokens) {
        return new KnownTokens(null, tokens, System::nanoTime);
    }

    /**
     * Those of this file, and these besides.
     *
     * @throws IllegalArgumentException when something in the file is wrong, with each line and reason
     */
    public static KnownTokens in(Path file, Tokens besides) throws IOException {
        return in(file, besides, System::nanoTime);
    }

    /** @param nanos a clock that only counts, in nanoseconds */
    static KnownTokens in(Path file, Tokens besides, LongSupplier nanos) throws IOException {
        KnownTokens known = new KnownTokens(file, besides, nanos);
        known.read(file);
        known.lookedAt = nanos.getAsLong();
        return known;
    }

    public Tokens now() {
        Path own = file;
        if (own != null && nanos.getAsLong() - lookedAt >= LOOK_AFTER && looking.tryLock()) {
            try {
                look(own);
                lookedAt = nanos.getAsLong();
            } finally {
                looking.unlock();
            }
        }
        return tokens;
    }

    private void look(Path own) {
        try {
            if (read(own)) {
                LOG.atInfo()
                        .addKeyValue("file", own)
                        .addKeyValue("tokens", tokens.size())
                        .log("the tokens have changed");
            }
            problem = "";
        } catch (IOException | IllegalArgumentException e) {
            if (!problem.equals(e.toString())) {
                problem = e.toString();
                LOG.atWarn()
                        .addKeyValue("file", own)
                        .addKeyValue("reason", problem)
                        .log("the tokens cannot be read again; those of before stay until this is mended");
            }
        }
    }

    /** By what stands in it: its time says nothing of two changes within one tick. */
    private boolean read(Path own) throws IOException {
        Tokens.checkLength(own);
        byte[] bytes = Files.readAllBytes(own);
        if (Arrays.equals(bytes, read)) {
            return false;
        }
        tokens = Tokens.parse(
                        String.valueOf(own.getFileName()),
                        new String(bytes, StandardCharsets.UTF_8).lines().toList())
                .and(besides);
        read = bytes;
        return true;
    }
}

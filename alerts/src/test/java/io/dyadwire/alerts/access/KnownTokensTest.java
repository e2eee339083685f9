package io.dyadwire.alerts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of tokens that is edited while the service runs. */
class KnownTokensTest {
    private static final String NIGHT = "dyw_night-desk-night-desk-night-desk";
    private static final String DAY = "dyw_day-desk-day-desk-day-desk-day-desk";
    private static final String OPS = "dyw_operations-operations-operations";

    @TempDir
    private Path folder;

    private final AtomicLong seconds = new AtomicLong();
    private Path file;
    private KnownTokens known;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("tokens");
        write(line("night", NIGHT));
        known = KnownTokens.in(file, Tokens.single(OPS), () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    }

    @Test
    void shouldLetInWhoIsAddedAndShutOutWhoIsTakenOut() throws IOException {
        write(line("day", DAY));
        assertThat(known.now().caller(DAY)).as("not looked at again yet").isNull();
        seconds.addAndGet(2);

        assertThat(known.now().caller(DAY)).isNotNull();
        assertThat(known.now().caller(NIGHT)).isNull();
        assertThat(known.now().caller(OPS)).as("stands elsewhere").isNotNull();
    }

    @Test
    void shouldKeepWhatWasThereWhenAnEditIsBroken() throws IOException {
        for (String broken : List.of(line("day", DAY) + " asia world", "half a line", line("token", DAY))) {
            write(broken);
            seconds.addAndGet(2);
            assertThat(known.now().caller(NIGHT)).as(broken).isNotNull();
            assertThat(known.now().caller(DAY)).as(broken).isNull();
        }
        Files.writeString(file, "");
        seconds.addAndGet(2);
        assertThat(known.now().caller(NIGHT)).as("emptied").isNotNull();
        Files.delete(file);
        seconds.addAndGet(2);
        assertThat(known.now().caller(NIGHT)).as("gone").isNotNull();

        write(line("day", DAY));
        seconds.addAndGet(2);
        assertThat(known.now().caller(DAY)).as("mended").isNotNull();
    }

    @Test
    void shouldNotStartWithAFileThatIsEmpty() throws IOException {
        Files.writeString(file, "");

        assertThatThrownBy(() -> KnownTokens.in(file, Tokens.NONE)).hasMessageContaining("has no token");
    }

    @Test
    void shouldKnowACallerByAllThatTheTokenIsFor() {
        Caller night = known.now().caller(NIGHT);

        assertThat(known.now().have(night)).isTrue();
        assertThat(known.now().have(new Caller("night", Set.of(Scope.ADMIN), Set.of())))
                .isFalse();
    }

    private void write(String... lines) throws IOException {
        Files.write(file, Arrays.asList(lines));
    }

    private static String line(String name, String secret) {
        return Token.of(new Caller(name, Set.of(Scope.ALERTS_READ), Set.of()), secret)
                .line();
    }
}

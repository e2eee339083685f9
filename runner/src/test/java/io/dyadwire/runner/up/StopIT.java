package io.dyadwire.runner.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.runner.Dyadwire;
import io.dyadwire.runner.JavaProcess;
import io.dyadwire.runner.broker.RunningBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C leaves behind; in a process of its own, which gets the same signal. */
class StopIT {
    @TempDir
    Path home;

    private Path log;

    @BeforeEach
    void writeConfig() throws IOException {
        log = home.resolve("log.txt");
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/feeds.opml"),
                "<opml version=\"2.0\"><body><outline text=\"None\" xmlUrl=\"http://127.0.0.1:9/feed\"/></body></opml>");
        Files.writeString(home.resolve("config/dyadwire.yaml"), "outbound: {contact: tests@dyadwire.example}");
        Files.writeString(home.resolve("config/rules.yaml"), """
                desks: [{id: desk, name: Desk}]
                rules: [{id: talks, desk: desk, name: Talks, keywords: talks}]
                """);
    }

    @Test
    void shouldCloseAllInOrderWhenUpIsStopped() throws Exception {
        Process up = start("up", "--port", "0", "--ops-port", "0", "--http-port", "0");
        try {
            awaitWords(up, "ready: 1 feeds");
            assertThat(RunningBroker.on(home.resolve("data/kafka"))).isPresent();

            stop(up);

            assertThat(home.resolve("data/kafka/broker.running")).content().contains("pid=0");
            assertThat(words()).contains("Stopped service=\"ingest\"").doesNotContain("ERROR");
        } finally {
            up.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldLeaveNothingWhenTheDemoIsStopped() throws Exception {
        Process demo = start("demo", "--keep-running");
        try {
            awaitWords(demo, "August 12, 2019 begins");

            stop(demo);

            assertThat(words()).contains("What went through:").doesNotContain("ERROR");
            try (Stream<Path> left = Files.list(home.resolve("tmp"))) {
                assertThat(left.filter(path -> path.getFileName().toString().startsWith("dyadwire-demo")))
                        .isEmpty();
            }
        } finally {
            demo.destroyForcibly().waitFor();
        }
    }

    private Process start(String... arguments) throws IOException {
        return JavaProcess.start(home, log, Dyadwire.class, arguments);
    }

    private void awaitWords(Process process, String words) {
        await().atMost(Duration.ofSeconds(90)).until(() -> {
            assertThat(process.isAlive()).as(words()).isTrue();
            return words().contains(words);
        });
    }

    private void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended in time").isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
    }

    private String words() throws IOException {
        return Files.readString(log);
    }
}

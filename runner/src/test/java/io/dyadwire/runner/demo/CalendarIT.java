package io.dyadwire.runner.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.runner.Dyadwire;
import io.dyadwire.runner.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar of a running system, at the address that it prints. */
class CalendarIT {
    private static final Pattern ADDRESS = Pattern.compile("calendar: (http://127\\.0\\.0\\.1:\\d+/calendar\\.ics)");

    @TempDir
    private Path home;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldShowWhatTheNewsTellsAndWhatTheDeskSetsItself() throws Exception {
        Process demo = JavaProcess.start(
                home, home.resolve("demo.txt"), Dyadwire.class, "demo", "--speed", "10", "--keep-running");
        try {
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                assertThat(demo.isAlive()).as(printed()).isTrue();
                return address().isPresent();
            });
            URI address = address().orElseThrow();
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                HttpResponse<String> calendar = get(URI.create(address + "?desk=northeast-asia"));
                assertThat(calendar.body())
                        .contains("UID:rule-pact-notice@deadlines.dyadwire")
                        .containsPattern("UID:[^r][^\r\n]*@deadlines\\.dyadwire")
                        .contains("CATEGORIES:JPN-KOR");
            });
            assertThat(get(address.resolve("/deadlines?pair=JPN-KOR")).body()).contains("\"deadlines\":[{\"id\":");
        } finally {
            demo.destroyForcibly().waitFor();
            client.close();
        }
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Optional<URI> address() throws IOException {
        Matcher found = ADDRESS.matcher(printed());
        return found.find() ? Optional.of(URI.create(found.group(1))) : Optional.empty();
    }

    private String printed() throws IOException {
        return Files.readString(home.resolve("demo.txt"));
    }
}

package io.dyadwire.alerts.channel.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Hostile;
import io.dyadwire.contract.json.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSenderTest {
    @TempDir
    private Path folder;

    @Test
    void shouldAppendOneLineForEachWhateverItsText() throws Exception {
        FileSender sender = new FileSender(folder.resolve("alerts.jsonl"));

        for (String text : Hostile.texts()) {
            assertThat(sender.send(Hostile.alert(text, URI.create("https://a.example/"))))
                    .isInstanceOf(Attempt.Delivered.class);
        }

        List<String> lines = Files.readAllLines(folder.resolve("alerts.jsonl"));
        assertThat(lines).hasSameSizeAs(Hostile.texts());
        for (String line : lines) {
            JsonNode event = Json.mapper().readTree(line);
            assertThat(event.path("type").asText()).isEqualTo("io.dyadwire.alert.match.v1");
        }
    }

    @Test
    void shouldGoOnInANewFileWhenTheOldOneWasMovedAway() throws Exception {
        Path file = folder.resolve("alerts.jsonl");
        FileSender sender = new FileSender(file);
        sender.send(Hostile.alert("one", URI.create("https://a.example/")));
        Files.move(file, folder.resolve("old.jsonl"));

        sender.send(Hostile.alert("two", URI.create("https://a.example/")));

        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void shouldFailWhileTheFileCannotBeWritten() {
        FileSender sender = new FileSender(folder.resolve("none").resolve("alerts.jsonl"));

        assertThat(sender.send(Hostile.alert("one", URI.create("https://a.example/"))))
                .isInstanceOf(Attempt.Failed.class);
    }
}

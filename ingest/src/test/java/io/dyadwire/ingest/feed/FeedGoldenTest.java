package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code feeds/name.xml} or {@code name.json} shows one quirk; {@code name.expected.json} says which, and what is read from it. */
class FeedGoldenTest {
    private static final URI ADDRESS = URI.create("http://feed.example/dir/feed.xml");

    static List<Path> feeds() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(FeedGoldenTest.class.getResource("/feeds"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void shouldReadWhatIsExpected(Path feed) throws IOException {
        Path expected =
                feed.resolveSibling(feed.getFileName().toString().replaceFirst("\\.(?:xml|json)$", ".expected.json"));
        ObjectNode wanted = (ObjectNode) Json.mapper().readTree(Files.readAllBytes(expected));
        assertThat(wanted.remove("quirk").asText()).isNotBlank();

        assertThat(read(feed).toPrettyString()).isEqualTo(wanted.toPrettyString());
    }

    private static JsonNode read(Path feed) throws IOException {
        try {
            ParsedFeed parsed = new FeedReader().read(Files.readAllBytes(feed), "text/xml", ADDRESS);
            return Json.mapper().valueToTree(parsed);
        } catch (UnreadableFeedException e) {
            return Json.mapper().createObjectNode().put("error", e.getMessage());
        }
    }
}

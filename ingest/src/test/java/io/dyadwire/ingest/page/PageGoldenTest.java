package io.dyadwire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/** Pages as sites build them, {@code name.html}, each beside what is to be read from it, {@code name.expected.json}. */
class PageGoldenTest {
    private static final URI ADDRESS = URI.create("https://gazette.example/page");
    private final PageExtractor extractor = new PageExtractor();

    static List<Path> pages() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(PageGoldenTest.class.getResource("/pages"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldReadWhatIsExpected(Path page) throws IOException {
        Path expected = page.resolveSibling(page.getFileName().toString().replace(".html", ".expected.json"));
        ObjectNode wanted = (ObjectNode) Json.mapper().readTree(Files.readAllBytes(expected));
        assertThat(wanted.remove("quirk").asText()).isNotBlank();

        assertThat(read(page).toPrettyString()).isEqualTo(wanted.toPrettyString());
    }

    /** With the text as a list of its paragraphs. */
    private JsonNode read(Path file) throws IOException {
        Page page = extractor.extract(Files.readAllBytes(file), ADDRESS, "text/html; charset=utf-8");
        ObjectNode read = Json.mapper().valueToTree(page);
        ArrayNode lines = read.putArray("text");
        page.text().lines().forEach(lines::add);
        return read;
    }
}

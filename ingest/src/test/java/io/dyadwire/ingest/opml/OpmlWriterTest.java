package io.dyadwire.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlWriterTest {
    @Test
    void shouldWriteWhatItsOwnReaderReadsAgain() {
        List<FeedSource> feeds = List.of(
                new FeedSource(
                        "gazette",
                        1,
                        URI.create("https://gazette.example/feed?a=1&b=2"),
                        "\"The\" <Gazette> & 東京",
                        "The Gazette",
                        "en",
                        List.of("Asia", "/news/sea"),
                        Duration.ofMinutes(10),
                        FullText.ALWAYS,
                        false,
                        FeedOrigin.FILE),
                FeedSource.of("plain", URI.create("https://plain.example/"), FeedOrigin.FILE));

        List<FeedSource> read = read(feeds);

        assertThat(read.getFirst()).isEqualTo(feeds.getFirst());
        assertThat(read.get(1).feedId()).isEqualTo("plain");
        assertThat(read.get(1).title()).isEqualTo("plain");
    }

    @Test
    void shouldLeaveOutWhatXmlCannotHold() {
        FeedSource odd = new FeedSource(
                "odd",
                1,
                URI.create("https://odd.example/"),
                "A\u0000B\uFFFF\nC\uD83D",
                null,
                null,
                List.of(),
                null,
                FullText.SUMMARY_ONLY,
                false,
                FeedOrigin.COMMAND);

        assertThat(read(List.of(odd)).getFirst().title()).isEqualTo("AB C");
    }

    private static List<FeedSource> read(List<FeedSource> feeds) {
        StringWriter xml = new StringWriter();
        OpmlWriter.write("Desk & Co", feeds, xml);
        return OpmlFile.read("out.opml", xml.toString().getBytes(StandardCharsets.UTF_8))
                .feeds();
    }
}

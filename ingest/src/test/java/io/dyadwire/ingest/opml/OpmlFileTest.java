package io.dyadwire.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OpmlFileTest {
    @Test
    void shouldReadFeedsFoldersAndOurAttributes() {
        FeedList list = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0" xmlns:dyadwire="https://dyadwire.io/opml">
                  <head><title>Desk</title></head>
                  <body>
                    <outline text="Asia">
                      <outline text="short" title="Harbour Gazette" type="rss" xmlUrl="https://gazette.example/feed"
                          category="/news/sea,ports" dyadwire:interval="PT10M" publisher="The Gazette" language="en" id="gazette" fullText="Always"/>
                      <outline text="Korea"><outline text="Two" XMLURL="http://www.two.example/rss?a=1&amp;b=2"/></outline>
                    </outline>
                    <outline text="empty folder"/>
                  </body>
                </opml>
                """);

        assertThat(list.warnings()).isEmpty();
        assertThat(list.feeds()).hasSize(2);
        FeedSource gazette = list.feeds().getFirst();
        assertThat(gazette.feedId()).isEqualTo("gazette");
        assertThat(gazette.url()).isEqualTo(URI.create("https://gazette.example/feed"));
        assertThat(gazette.title()).isEqualTo("Harbour Gazette");
        assertThat(gazette.publisher()).isEqualTo("The Gazette");
        assertThat(gazette.language()).isEqualTo("en");
        assertThat(gazette.categories()).containsExactly("Asia", "/news/sea", "ports");
        assertThat(gazette.interval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(gazette.fullText()).isEqualTo(FullText.ALWAYS);
        assertThat(gazette.origin()).isEqualTo(FeedOrigin.FILE);
        FeedSource two = list.feeds().get(1);
        assertThat(two.feedId()).matches("two\\.example-[0-9a-f]{8}");
        assertThat(two.interval()).isNull();
        assertThat(two.fullText()).isEqualTo(FullText.SUMMARY_ONLY);
        assertThat(two.categories()).containsExactly("Korea", "Asia");
    }

    @Test
    void shouldLeaveOutAnAddressThatStandsThereTwiceAndSaySo() {
        FeedList list = read("""
                <opml version="2.0"><body>
                <outline text="a" xmlUrl="https://a.example/feed"/>
                <outline text="b" xmlUrl="HTTPS://A.example/feed"/>
                </body></opml>
                """);

        assertThat(list.feeds()).hasSize(1);
        assertThat(list.warnings())
                .containsExactly("feeds.opml:3: HTTPS://A.example/feed stands in line 2 too; this one is left out");
    }

    @Test
    void shouldTellEveryProblemWithItsLineAndWhatToDo() {
        assertThat(problems("""
                        <opml version="2.0"><body>
                        <outline text="a" xmlUrl="ftp://a.example/feed"/>
                        <outline text="b" type="rss"/>
                        <outline text="c" xmlUrl="https://c.example/" interval="15 minutes"/>
                        <outline text="d" xmlUrl="https://d.example/" interval="PT1S"/>
                        <outline text="e" xmlUrl="https://e.example/" id="e e"/>
                        <outline text="f" xmlUrl="https://f.example/" id="same"/>
                        <outline text="g" xmlUrl="https://g.example/" id="same"/>
                        <outline text="h" xmlUrl="https://h.example/" fullText="maybe"/>
                        </body></opml>
                        """))
                .containsExactly(
                        "feeds.opml:2: xmlUrl=\"ftp://a.example/feed\" is no http or https address",
                        "feeds.opml:3: the feed 'b' has no address: add xmlUrl=\"https://…\"",
                        "feeds.opml:4: interval=\"15 minutes\" is not a duration such as PT15M or PT1H",
                        "feeds.opml:5: interval: PT1S is not between PT1M and PT24H",
                        "feeds.opml:6: id=\"e e\" must be 1 to 100 letters, digits, dots, dashes or underscores",
                        "feeds.opml:8: id=\"same\" stands in line 7 too; give each its own",
                        "feeds.opml:9: fullText=\"maybe\" is not one of never, summary-only, always");
    }

    @Test
    void shouldSayWhenItIsNoOpmlOrNoXmlOrNoFile() {
        assertThat(problems("<rss/>")).containsExactly("feeds.opml:1: this is no OPML: its root element is <rss>");
        assertThat(problems("<opml>\n<body>").getFirst()).startsWith("feeds.opml:2: not well-formed XML: ");
        assertThat(problems("<!DOCTYPE opml [<!ENTITY a \"b\">]><opml>&a;</opml>"))
                .isNotEmpty();
        Path missing = Path.of("no", "such.opml");
        assertThat(catchThrowableOfType(OpmlException.class, () -> OpmlFile.read(missing)))
                .hasMessage(missing + ": there is no such file; create it, or name another");
    }

    @Test
    void shouldReadAHundredThousandFeedsInOneFile() {
        FeedList list = read(outlines(100_000, "xmlUrl=\"https://a.example/feed/%d\""));

        assertThat(list.feeds()).hasSize(100_000);
        assertThat(list.feeds().stream().map(FeedSource::feedId).distinct()).hasSize(100_000);
        assertThat(list.feeds().getLast().url()).isEqualTo(URI.create("https://a.example/feed/99999"));
    }

    @Test
    void shouldFindEveryProblemOfAHundredThousandAndTellTheFirst() {
        OpmlException refused =
                catchThrowableOfType(OpmlException.class, () -> read(outlines(100_000, "type=\"rss\" id=\"%d\"")));

        assertThat(refused.problems()).hasSize(100_000);
        assertThat(refused.getMessage().lines()).hasSize(51);
        assertThat(refused.getMessage())
                .startsWith("feeds.opml:2: the feed 'x' has no address")
                .endsWith("and 99950 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xmlUrl=\"https://a.example/%d\""})
    void shouldRefuseFoldersWithinFoldersWithoutEnd(String attributes) {
        String nested = IntStream.range(0, 10_000)
                .mapToObj(i -> "<outline text=\"x\" " + attributes.formatted(i) + ">\n")
                .collect(Collectors.joining());

        assertThat(problems("<opml version=\"2.0\"><body>\n" + nested + "</outline>".repeat(10_000) + "</body></opml>"))
                .containsExactly("feeds.opml:52: outlines lie more than 50 deep within each other: take folders out");
    }

    @Test
    void shouldLeaveOutAFeedWithAnEndlessAttributeAndReadTheOthers(@TempDir Path folder) throws IOException {
        String endless = "x".repeat(1_000_000);
        Path file = Files.writeString(folder.resolve("feeds.opml"), """
                <opml version="2.0"><body>
                <outline text="%s" xmlUrl="https://a.example/feed"/>
                <outline text="b" xmlUrl="https://b.example/%s"/>
                <outline text="c" xmlUrl="https://c.example/feed" description="%s"/>
                </body></opml>
                """.formatted(endless, endless, endless));

        FeedList list = OpmlFile.readWhatIsGood(file);

        assertThat(list.feeds()).extracting(FeedSource::title).containsExactly("c");
        assertThat(list.warnings())
                .containsExactly(
                        file + ":2: text has 1000000 characters, more than the 4000 that are read: shorten it",
                        file + ":3: xmlurl has 1000018 characters, more than the 4000 that are read: shorten it");
    }

    private static String outlines(int count, String attributes) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<outline text=\"x\" " + attributes.formatted(i) + "/>")
                .collect(Collectors.joining("\n", "<opml version=\"2.0\"><body>\n", "\n</body></opml>"));
    }

    private static FeedList read(String xml) {
        return OpmlFile.read("feeds.opml", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String xml) {
        return catchThrowableOfType(OpmlException.class, () -> read(xml)).problems();
    }
}

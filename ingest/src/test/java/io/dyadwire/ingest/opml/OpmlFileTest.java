package io.dyadwire.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static FeedList read(String xml) {
        return OpmlFile.read("feeds.opml", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String xml) {
        return catchThrowableOfType(OpmlException.class, () -> read(xml)).problems();
    }
}

package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that mean harm: read without it, or refused in words. */
@Timeout(30)
class HostileFeedTest {
    private static final URI ADDRESS = URI.create("http://feed.example/feed.xml");
    private final FeedReader reader = new FeedReader();

    @TempDir
    private Path folder;

    @Test
    void shouldReadNoFileThatAnEntityNames() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hush");
        String doctype = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";

        assertThat(failure(doctype + rss("<title>&x;</title>")))
                .contains("a DTD with entities is not allowed")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY % d SYSTEM \"http://127.0.0.1:9/x.dtd\"> %d;]>",
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE\nrss\n[<!ELEMENT rss ANY>]>"
            })
    void shouldRefuseADoctypeThatDeclares(String doctype) {
        assertThat(failure(doctype + rss("<title>&b;</title>"))).contains("a DTD with entities is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://127.0.0.1:9/rss-0.91.dtd\">",
                "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'>"
            })
    void shouldReadAFeedWithoutTheDoctypeThatItNames(String doctype) throws Exception {
        assertThat(read(doctype + rss("<title>Old</title>")).title()).isEqualTo("Old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- %s -->", "<?x %s?>"})
    void shouldPassOverAMegabyteOfWhatNobodyReads(String shape) throws Exception {
        String noise = shape.formatted("n".repeat(1_000_000));

        assertThat(read(rss("<title>Quiet</title>" + noise)).title()).isEqualTo("Quiet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "ja&#9;vascript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd",
                "  javascript:alert(1)"
            })
    void shouldDropALinkThatIsNoWebAddress(String link) throws Exception {
        ParsedItem item = read(rss("<item><title>t</title><link>" + link + "</link></item>"))
                .items()
                .getFirst();

        assertThat(item.url()).isNull();
    }

    @Test
    void shouldShowATitleAsText() throws Exception {
        String titles = """
                <item><title>&lt;script&gt;alert(1)&lt;/script&gt;One</title></item>
                <item><title>"&gt;&lt;img src=x onerror=alert(1)&gt; two</title></item>
                <item><title>Three\u202e\u200b reversed</title></item>
                <item><title>Four&#13;&#10;Bcc: x@y</title></item>
                <item><title>Five ]]&gt; &#x0; \uffff</title></item>
                """;

        assertThat(read(rss(titles)).items())
                .extracting(ParsedItem::title)
                .containsExactly("One", "\"> two", "Three reversed", "Four Bcc: x@y", "Five ]]>");
    }

    @Test
    void shouldRefuseJsonThatIsNestedWithoutEnd() {
        assertThat(failure("{\"items\":" + "[".repeat(100_000))).contains("goes beyond what a feed needs");
    }

    @Test
    void shouldReadTwentyThousandItems() throws Exception {
        assertThat(read(rss("<item><title>t</title></item>".repeat(20_000))).items())
                .hasSize(20_000);
    }

    @Test
    void shouldCutOffAFeedThatTakesTooLong() {
        byte[] long_ = rss("<item><title>t</title><link>x</link></item>".repeat(200_000))
                .getBytes(StandardCharsets.UTF_8);
        FeedReader hasty = new FeedReader(Duration.ofMillis(1));

        assertThat(catchThrowableOfType(UnreadableFeedException.class, () -> hasty.read(long_, null, ADDRESS)))
                .hasMessageContaining("it took longer than 1 ms to read");
    }

    @Test
    void shouldGoOnReadingAfterOthersWereCutOff() throws Exception {
        ReadingPool pool = new ReadingPool(Duration.ofMillis(50));
        CountDownLatch never = new CountDownLatch(1);
        Callable<Boolean> stuck = () -> {
            never.await();
            return true;
        };
        for (int i = 0; i < 20; i++) {
            assertThat(catchThrowableOfType(UnreadableFeedException.class, () -> pool.call(stuck)))
                    .hasMessageContaining("it took longer");
        }

        assertThat(new ReadingPool(Duration.ofSeconds(20)).call(() -> "read")).isEqualTo("read");
        assertThat(catchThrowableOfType(
                        UnreadableFeedException.class,
                        () -> pool.call(() -> {
                            throw new StackOverflowError();
                        })))
                .hasMessage("it is nested too deeply");
    }

    private ParsedFeed read(String xml) throws UnreadableFeedException {
        return reader.read(xml.getBytes(StandardCharsets.UTF_8), "text/xml", ADDRESS);
    }

    private String failure(String xml) {
        return catchThrowableOfType(UnreadableFeedException.class, () -> read(xml))
                .getMessage();
    }

    private static String rss(String inside) {
        return "<rss version=\"2.0\"><channel>" + inside + "</channel></rss>";
    }
}

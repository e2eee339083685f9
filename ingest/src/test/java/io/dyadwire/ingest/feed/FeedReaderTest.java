package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FeedReaderTest {
    private static final URI ADDRESS = URI.create("http://feed.example/feed.xml");
    private final FeedReader reader = new FeedReader();

    @ParameterizedTest
    @CsvSource({
        "UTF-8,        application/rss+xml",
        "UTF-8,        text/xml; charset=iso-8859-1",
        "windows-1251, text/xml",
        "Shift_JIS,    text/xml; charset=us-ascii",
        "UTF-16LE,     application/xml",
        "UTF-16BE,     application/xml",
        "EUC-KR,       "
    })
    void shouldReadEveryEncodingThatIsDeclared(String charset, @Nullable String contentType) throws Exception {
        String title = charset.equals("windows-1251") ? "Новости" : charset.equals("EUC-KR") ? "한국 뉴스" : "日本の";
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + rss(title);
        // A header with another charset than the document's is only there to be outvoted.
        String type = charset.equals("Shift_JIS") ? "text/xml" : contentType;

        assertThat(reader.read(xml.getBytes(Charset.forName(charset)), type, ADDRESS)
                        .title())
                .isEqualTo(title);
    }

    @Test
    void shouldPreferTheMarkAndTheHeaderAndThenGuess() throws Exception {
        byte[] marked = ("\ufeff" + rss("Zürich")).getBytes(StandardCharsets.UTF_16LE);
        byte[] latin = rss("Zürich – „Züge“").getBytes(Charset.forName("windows-1252"));

        assertThat(reader.read(marked, "text/xml; charset=utf-8", ADDRESS).title())
                .isEqualTo("Zürich");
        assertThat(reader.read(latin, "text/xml; charset=ISO-8859-1", ADDRESS).title())
                .isEqualTo("Zürich – „Züge“");
        assertThat(reader.read(latin, null, ADDRESS).title()).startsWith("Zürich");
        assertThat(reader.read(latin, "text/xml; charset=x-unheard-of", ADDRESS).title())
                .startsWith("Zürich");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-7", "x-foo", "utf-16", "ISO-8859-99"})
    void shouldReadPlainLettersWhateverEncodingIsDeclared(String declared) throws Exception {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + rss("News"))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(bytes, null, ADDRESS).title()).isEqualTo("News");
    }

    @Test
    void shouldReadACompressedFileThatDoesNotSaySo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(rss("Zipped").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(reader.read(out.toByteArray(), null, ADDRESS).title()).isEqualTo("Zipped");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 5_000, 200_000})
    void shouldRefuseDepthWithoutHarm(int depth) {
        String xml = rss("deep").replace("</channel>", "<x>".repeat(depth) + "</x>".repeat(depth) + "</channel>");

        assertThat(failure(xml)).contains("not well-formed XML").contains("maxElementDepth");
    }

    @Test
    void shouldRefuseTenThousandAttributesAndEndlessNames() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }

        assertThat(failure("<rss" + attributes + "><channel/></rss>")).contains("elementAttributeLimit");
        assertThat(failure("<" + "n".repeat(1_000_000) + "/>")).contains("exceeds the \"1,000\" limit");
    }

    @Test
    void shouldReadRelativeLinksOfAFileByWhatTheFeedSaysOfItself() throws Exception {
        String atom = """
                <feed xmlns="http://www.w3.org/2005/Atom">
                <link rel="self" href="https://self.example/news/feed.atom"/><link href="/"/>
                <entry><title>t</title><link href="../2019/1"/></entry></feed>
                """;
        byte[] bytes = atom.getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(bytes, null, URI.create("file:///tmp/x.xml")).items())
                .extracting(ParsedItem::url)
                .containsExactly(URI.create("https://self.example/2019/1"));
        assertThat(reader.read(bytes, null, ADDRESS).items())
                .extracting(ParsedItem::url)
                .containsExactly(URI.create("http://feed.example/2019/1"));
    }

    @Test
    void shouldTakeATitleOfAMegabyteAndCutIt() throws Exception {
        String title = reader.read(rss("word ".repeat(200_000)).getBytes(StandardCharsets.UTF_8), null, ADDRESS)
                .title();

        assertThat(title).hasSizeLessThanOrEqualTo(1_000).endsWith("word…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel><item><title>t</title><guid>%s</guid></item></channel></rss>",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"title\": \"t\", \"id\": \"%s\"}]}"
            })
    void shouldCutAGuidOfAMegabyte(String feed) throws Exception {
        byte[] bytes = feed.formatted("g".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(bytes, null, ADDRESS).items().getFirst().guid()).hasSize(4_000);
    }

    @Test
    void shouldReadALongTextOfEscapedHtml() throws Exception {
        String text = "&lt;p&gt;A &quot;paragraph&quot; &amp;amp; more&lt;/p&gt;".repeat(50_000);
        byte[] bytes = rss("x").replace("</channel>", "<item><description>" + text + "</description></item></channel>")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(bytes, null, ADDRESS).items().getFirst().summary())
                .hasSize("<p>A \"paragraph\" &amp; more</p>".length() * 50_000);
    }

    @ParameterizedTest
    @CsvSource({"'%PDF-1.7 x', a PDF document", "'GIF89a <', a GIF image", "'PK\u0003\u0004', a ZIP archive"})
    void shouldNameWhatItGotInstead(String bytes, String what) {
        assertThat(failure(bytes)).isEqualTo("received " + what + ", not a feed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "<!a>", "<", "<a ", "&#", "<![CDATA[", "<!--", "<?", "\"", "]]>"})
    @Timeout(10)
    void shouldNotBurnTimeOnWhatNeverEnds(String piece) {
        byte[] bytes = rss(piece.repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(reader.read(bytes, null, ADDRESS).title()).isNotNull();
        } catch (UnreadableFeedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** Bytes flipped, cut and repeated at random: a feed or words, never anything else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldSurviveDamageOfAnyKind(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] whole = rss("Title & <b>more</b>")
                .replace("</channel>", "<item><title><![CDATA[x]]></title><link>y</link></item></channel>")
                .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int flips = random.nextInt(8); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader.read(damaged, null, ADDRESS).items()).isNotNull();
            } catch (UnreadableFeedException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private String failure(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.ISO_8859_1);
        return catchThrowableOfType(UnreadableFeedException.class, () -> reader.read(bytes, null, ADDRESS))
                .getMessage();
    }

    private static String rss(String title) {
        return "<rss version=\"2.0\"><channel><title>" + title + "</title></channel></rss>";
    }
}

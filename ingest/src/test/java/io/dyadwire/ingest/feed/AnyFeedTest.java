package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds damaged in every way that a seeded generator can think of: always a feed or words, never anything else. */
@Timeout(60)
class AnyFeedTest {
    private static final URI ADDRESS = URI.create("http://feed.example/feed.xml");
    private static final List<String> PIECES = List.of(
            "<item>",
            "</item>",
            "<",
            ">",
            "&",
            "&#0;",
            "&#xd800;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?",
            "\"",
            "'",
            "</",
            "<a:b c:d='",
            " xmlns='x'",
            " xmlns:q=''",
            "<!DOCTYPE x",
            "[",
            "{",
            "\u0000",
            "\ufffe",
            "<item",
            "<entry/>",
            "<rss>",
            "<feed>",
            "<guid isPermaLink='false'>",
            "<pubDate>9",
            "<xml:x xml:lang='y'/>",
            "<link href='::'/>");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldComeToAFeedOrToWords(long seed) throws IOException, URISyntaxException {
        Random random = new Random(seed);
        List<byte[]> good = new ArrayList<>();
        for (Path file : FeedGoldenTest.feeds()) {
            good.add(Files.readAllBytes(file));
        }
        FeedReader reader = new FeedReader();
        for (int round = 0; round < 400; round++) {
            byte[] damaged = damaged(good.get(random.nextInt(good.size())), random);
            try {
                ParsedFeed feed = reader.read(damaged, random.nextBoolean() ? null : "text/xml", ADDRESS);
                assertThat(feed.items())
                        .allSatisfy(item ->
                                assertThat(item.title().length() <= 1_000).isTrue());
            } catch (UnreadableFeedException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("the parser gave up");
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole;
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(bytes.length + 1);
            int to = at + random.nextInt(bytes.length + 1 - at);
            bytes = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 ->
                    spliced(bytes, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), at);
                case 2 -> spliced(bytes, at, Arrays.copyOfRange(bytes, at, to), at);
                case 3 -> spliced(bytes, at, new byte[0], Math.min(bytes.length, at + random.nextInt(20)));
                default -> spliced(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(bytes.length, at + 1));
            };
        }
        return bytes;
    }

    /** These bytes with {@code piece} instead of what stands between two places. */
    private static byte[] spliced(byte[] bytes, int from, byte[] piece, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}

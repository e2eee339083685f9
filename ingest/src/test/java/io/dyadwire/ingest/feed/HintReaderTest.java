package io.dyadwire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedHints;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintReaderTest {
    private static final String SY = " xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"";

    @Test
    void shouldReadWhatAnRssFeedAsksFor() throws UnreadableFeedException {
        FeedHints hints = rss("""
                <ttl> 60 </ttl>
                <skipHours><hour>0</hour><hour>24</hour><hour>13</hour><hour>99</hour><hour>x</hour></skipHours>
                <skipDays><day>Sunday</day><day>saturday</day><day>Feierabend</day></skipDays>
                """);

        assertThat(hints)
                .isEqualTo(new FeedHints(
                        Duration.ofHours(1), null, List.of(0, 13), List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
    }

    @ParameterizedTest
    @CsvSource({
        "hourly, 1,  PT1H",
        "hourly, 4,  PT15M",
        "daily,  2,  PT12H",
        "Weekly, 0,  PT168H",
        "hourly, -3, PT1H",
        "never,  1,  "
    })
    void shouldDivideThePeriodByTheFrequency(String period, String frequency, @Nullable Duration expected)
            throws UnreadableFeedException {
        FeedHints hints = rss("<sy:updatePeriod>" + period + "</sy:updatePeriod><sy:updateFrequency>" + frequency
                + "</sy:updateFrequency>");

        assertThat(hints == null ? null : hints.updatePeriod()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "soon", "99999999999999999999", "''"})
    void shouldLeaveOutATtlThatMakesNoSense(String ttl) throws UnreadableFeedException {
        assertThat(rss("<ttl>" + ttl + "</ttl>")).isNull();
    }

    @Test
    void shouldReadThePeriodOfAnAtomFeedToo() throws UnreadableFeedException {
        String atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"" + SY
                + "><title>A</title><id>urn:a</id><updated>2019-08-14T12:00:00Z</updated>"
                + "<sy:updatePeriod>daily</sy:updatePeriod></feed>";

        FeedHints hints = read(atom);

        assertThat(hints).isEqualTo(new FeedHints(null, Duration.ofDays(1), List.of(), List.of()));
    }

    private static @Nullable FeedHints rss(String inChannel) throws UnreadableFeedException {
        return read("<rss version=\"2.0\"" + SY + "><channel><title>A</title>" + inChannel + "</channel></rss>");
    }

    private static @Nullable FeedHints read(String xml) throws UnreadableFeedException {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return new FeedReader()
                .read(bytes, "text/xml", URI.create("http://a.example/"))
                .hints();
    }
}

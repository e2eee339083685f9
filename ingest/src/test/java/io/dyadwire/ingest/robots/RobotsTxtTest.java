package io.dyadwire.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.ingest.Newsroom;
import io.dyadwire.ingest.robots.Permission.Verdict;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RobotsTxtTest {
    private static final String AGENT = "Dyadwire/0.1 (+https://example.org)";
    private final Newsroom site = new Newsroom();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2019-08-14T12:00:00Z"));
    private final OutboundClient client =
            new OutboundClient(OutboundConfig.defaults(AGENT).withAllow(AllowList.of("127.0.0.0/8")));
    private final RobotsTxt robots = new RobotsTxt(client, AGENT, now::get);

    @AfterEach
    void close() {
        client.close();
        site.close();
    }

    @Test
    void shouldFollowTheRulesForOurNameOverThoseForAll() {
        says("User-agent: *\nDisallow: /\n\nUser-agent: DyadWire\nDisallow: /private/\nAllow: /private/open\n");

        assertThat(verdict("/news/1")).isEqualTo(Verdict.ALLOWED);
        assertThat(verdict("/private/1")).isEqualTo(Verdict.DISALLOWED);
        assertThat(verdict("/private/open/1")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void shouldFollowTheRulesForAllWhenNoneAreForUs() {
        says("User-agent: dyad\nDisallow:\n\nUser-agent: *\nDisallow: /*.print$\n");

        assertThat(verdict("/news/1.print")).isEqualTo(Verdict.DISALLOWED);
        assertThat(verdict("/news/1")).isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "404, ALLOWED",
        "403, ALLOWED",
        "410, ALLOWED",
        "429, UNREACHABLE",
        "500, UNREACHABLE",
        "503, UNREACHABLE"
    })
    void shouldTakeAMissingFileForYesAndAServerInTroubleForNo(int status, Verdict verdict) {
        site.tell("/robots.txt", status, "");

        assertThat(verdict("/news/1")).isEqualTo(verdict);
    }

    @Test
    void shouldTakeSilenceForNo() {
        assertThat(robots.permission(URI.create("http://127.0.0.1:1/news/1")).verdict())
                .isEqualTo(Verdict.UNREACHABLE);
    }

    @Test
    void shouldTakeEndlessRedirectsForAMissingFile() {
        site.tell("/robots.txt", new Newsroom.Answer(302, Map.of("Location", "/robots.txt"), ""));

        assertThat(verdict("/news/1")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void shouldNotGuessWhatAFileBeyondTheLimitSays() {
        says("User-agent: *\nDisallow:\n" + "# a lot\n".repeat(70_000));

        assertThat(verdict("/news/1")).isEqualTo(Verdict.UNREACHABLE);
    }

    @Test
    void shouldAskOnceADayAndSoonerWhenThereWasNoAnswer() {
        site.tell("/robots.txt", 500, "");
        assertThat(verdict("/news/1")).isEqualTo(Verdict.UNREACHABLE);
        says("User-agent: *\nDisallow: /private/\n");

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(61)));
        assertThat(verdict("/news/1")).isEqualTo(Verdict.ALLOWED);
        now.updateAndGet(time -> time.plus(Duration.ofHours(23)));
        assertThat(verdict("/private/1")).isEqualTo(Verdict.DISALLOWED);
        assertThat(site.requests("/robots.txt")).hasSize(2);

        now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
        assertThat(verdict("/news/1")).isEqualTo(Verdict.ALLOWED);
        assertThat(site.requests("/robots.txt")).hasSize(3);
    }

    @Test
    void shouldPauseAsTheSiteAsksAndNotAskWhenThePauseIsLong() {
        says("User-agent: *\nCrawl-delay: 4\n");

        assertThat(robots.permission(site.uri("/news/1"))).isEqualTo(Permission.of(Verdict.ALLOWED));
        assertThat(robots.permission(site.uri("/news/2")).pause())
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
        assertThat(verdict("/news/3")).isEqualTo(Verdict.TOO_SOON);
    }

    @ParameterizedTest
    @CsvSource({"Dyadwire/0.1 (+https://example.org), dyadwire", "News-Watch, news-watch", "7/1, dyadwire"})
    void shouldBeCalledByTheProductOfTheUserAgent(String agent, String product) {
        assertThat(RobotsTxt.product(agent)).isEqualTo(product);
    }

    private void says(String rules) {
        site.tell("/robots.txt", new Newsroom.Answer(200, Map.of("Content-Type", "text/plain"), rules));
    }

    private Verdict verdict(String path) {
        return robots.permission(site.uri(path)).verdict();
    }
}

package io.dyadwire.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.topic.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedStateTest {
    private static final Instant DAWN = Instant.parse("2019-08-14T05:00:00.5Z");
    private static final Instant NOON = Instant.parse("2019-08-14T12:00:00Z");
    private static final FeedState FRESH =
            FeedState.fresh("gazette", URI.create("https://gazette.example/feed"), null, NOON);

    @Test
    void shouldSayHowItIs() {
        FeedState failing = FRESH.change()
                .lastPollAt(NOON)
                .health(FeedHealth.FAILING)
                .consecutiveErrors(3)
                .failingSince(DAWN)
                .lastError("the server answered 500")
                .done();

        assertThat(FRESH.inWords()).isEqualTo("not polled yet");
        assertThat(FRESH.change().lastPollAt(NOON).done().inWords()).isEqualTo("ok");
        assertThat(failing.inWords()).isEqualTo("failing since 2019-08-14T05:00:00Z, 3 times: the server answered 500");
        assertThat(failing.change().consecutiveErrors(1).done().inWords())
                .isEqualTo("failing since 2019-08-14T05:00:00Z: the server answered 500");
        assertThat(failing.change()
                        .consecutiveErrors(0)
                        .failingSince(null)
                        .done()
                        .inWords())
                .isEqualTo("failing: the server answered 500");
        assertThat(failing.change().health(FeedHealth.DEAD).done().inWords())
                .isEqualTo("dead: nothing but errors since 2019-08-14T05:00:00Z: the server answered 500");
        assertThat(FRESH.change()
                        .health(FeedHealth.QUIET)
                        .lastNewsAt(DAWN)
                        .done()
                        .inWords())
                .isEqualTo("quiet: no news since 2019-08-14T05:00:00Z");
        assertThat(FRESH.change()
                        .health(FeedHealth.GONE)
                        .goneSince(DAWN)
                        .nextPollAt(FeedState.NEVER)
                        .done()
                        .inWords())
                .isEqualTo("gone since 2019-08-14T05:00:00Z, not polled any more");
        FeedState once = FRESH.change()
                .lastPollAt(NOON)
                .changingGuids(new ChangingGuids(DAWN, 1))
                .done();
        assertThat(once.inWords()).isEqualTo("ok");
        assertThat(once.change()
                        .changingGuids(new ChangingGuids(DAWN, 2))
                        .done()
                        .inWords())
                .isEqualTo("ok; its guids change all the time");
    }

    @Test
    void shouldBeAnEventOfItsOwnOnlyWithThePollThatFoundItQuiet() {
        FeedState found = FRESH.change().lastPollAt(NOON).quietSince(NOON).done();
        FeedState later = found.change().lastPollAt(NOON.plusSeconds(900)).done();

        assertThat(type(found)).isEqualTo("io.dyadwire.feed.quiet.v1");
        assertThat(type(later)).isEqualTo("io.dyadwire.feed.polled.v1");
        assertThat(type(FRESH)).isEqualTo("io.dyadwire.feed.polled.v1");
    }

    private static String type(FeedState state) {
        byte[] value = Topics.FEEDS.headers(state).lastHeader("ce_type").value();
        return new String(value, StandardCharsets.UTF_8);
    }
}

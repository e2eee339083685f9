package io.dyadwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.KnownItem;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedBookTest {
    private static final Instant NOW = Instant.parse("2019-08-14T12:00:00.123456Z");
    private static final String ARTICLE = Digest.of("article");
    private final FeedBook book = new FeedBook();

    @Test
    void shouldGiveBackWhatItWasGiven() {
        FeedState state = state("a", Map.of(ARTICLE, item(3, "x"), Digest.of("other"), item(1, "y")));

        book.put(state);

        assertThat(book.state("a")).contains(state);
        assertThat(book.state("b")).isEmpty();
        assertThat(book.article(ARTICLE)).contains(item(3, "x"));
        assertThat(book.article(Digest.of("nobody"))).isEmpty();
    }

    @Test
    void shouldKnowTheLatestVersionThatAnyFeedBrought() {
        book.put(state("a", Map.of(ARTICLE, item(1, "x"))));
        book.put(state("b", Map.of(ARTICLE, item(2, "y"))));
        book.put(state("a", Map.of(ARTICLE, item(1, "x"))));

        assertThat(book.article(ARTICLE)).contains(item(2, "y"));
    }

    @Test
    void shouldKnowAnArticleForAsLongAsOneFeedDoes() {
        book.put(state("a", Map.of(ARTICLE, item(1, "x"))));
        book.put(state("b", Map.of(ARTICLE, item(1, "x"))));

        book.remove("a");
        assertThat(book.article(ARTICLE)).isPresent();
        book.put(state("b", Map.of()));
        assertThat(book.article(ARTICLE)).isEmpty();
    }

    @Test
    void shouldForgetTheFeedsOfAPartitionThatWentAway() {
        book.put(state("a", Map.of(ARTICLE, item(1, "x"))));
        book.put(state("b", Map.of()));

        book.removeIf("a"::equals);

        assertThat(book.feedIds()).containsExactly("b");
        assertThat(book.article(ARTICLE)).isEmpty();
    }

    private static KnownItem item(int version, String text) {
        return new KnownItem(version, Digest.of(text), NOW);
    }

    private static FeedState state(String feedId, Map<String, KnownItem> known) {
        URI url = URI.create("https://" + feedId + ".example/feed");
        return FeedState.fresh(feedId, url, "A feed", NOW).change().known(known).done();
    }
}

package io.dyadwire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceChangesTest {
    private static final FeedSource LISTED = source("listed", FeedOrigin.FILE);
    private static final FeedSource ADDED = source("added", FeedOrigin.COMMAND);

    @Test
    void shouldWriteWhatIsNewAndLeaveAloneWhatIsTheSame() {
        SourceChanges changes = SourceChanges.between(
                Map.of("listed", LISTED.withVersion(7)), List.of(LISTED, source("new", FeedOrigin.FILE)));

        assertThat(changes.changed()).containsExactly(source("new", FeedOrigin.FILE));
        assertThat(changes.gone()).isEmpty();
    }

    @Test
    void shouldCountVersionsAndKeepAFeedPausedThatWasEdited() {
        FeedSource moved = FeedSource.of("listed", URI.create("https://moved.example/"), FeedOrigin.FILE);

        SourceChanges changes =
                SourceChanges.between(Map.of("listed", LISTED.withVersion(7).withPaused(true)), List.of(moved));

        assertThat(changes.changed()).containsExactly(moved.withVersion(8).withPaused(true));
    }

    @Test
    void shouldTakeAwayOnlyWhatCameFromTheList() {
        SourceChanges changes = SourceChanges.between(Map.of("listed", LISTED, "added", ADDED), List.of());

        assertThat(changes.gone()).containsExactly("listed");
        assertThat(changes.changed()).isEmpty();
    }

    @Test
    void shouldHandToTheListWhatWasAddedByCommandBefore() {
        FeedSource now = source("added", FeedOrigin.FILE);

        assertThat(SourceChanges.between(Map.of("added", ADDED), List.of(now)).changed())
                .containsExactly(now.withVersion(2));
        assertThat(SourceChanges.between(Map.of("added", ADDED), List.of(ADDED)).isEmpty())
                .isTrue();
    }

    private static FeedSource source(String feedId, FeedOrigin origin) {
        return FeedSource.of(feedId, URI.create("https://" + feedId + ".example/feed"), origin);
    }
}

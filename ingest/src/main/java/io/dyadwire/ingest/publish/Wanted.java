package io.dyadwire.ingest.publish;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import java.util.Optional;

/** Is told which feeds this instance is to poll. Called from several threads. */
public interface Wanted {
    /**
     * A feed is to be polled, or is wanted otherwise than before.
     *
     * @param shard where what it brings is published
     * @param state what is committed about it
     */
    void wanted(Shard shard, FeedSource source, Optional<FeedState> state);

    /** A feed is not to be polled any more. */
    void unwanted(String feedId);

    /** No feed of this partition is to be polled any more: it is not ours. */
    void dropped(Shard shard);
}

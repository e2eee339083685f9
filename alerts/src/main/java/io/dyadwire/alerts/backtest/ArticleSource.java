package io.dyadwire.alerts.backtest;

import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Instant;

/** Tagged articles of some time, in its order. */
public interface ArticleSource extends AutoCloseable {
    /** One of them, and how far reading is: {@code read} of {@code of}, the latter 0 where it is not known. */
    record Step(TaggedArticle tagged, Instant at, long read, long of) {}

    /** Takes them one by one. */
    @FunctionalInterface
    interface Reader {
        /** Returns false when it has enough. */
        boolean take(Step step);
    }

    /** Gives each to the reader, until it has enough or there are no more. */
    void read(Reader reader);

    /** Lets go of what it holds open. */
    @Override
    default void close() {}
}

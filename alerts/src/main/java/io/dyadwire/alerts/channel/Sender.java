package io.dyadwire.alerts.channel;

/** Gives one message to one receiver. Blocks until it is there or cannot be; safe to use from several threads. */
public interface Sender extends AutoCloseable {
    /** One attempt; whatever goes wrong with the receiver is in what it returns. */
    Attempt send(Told told);

    /** Lets go of what it holds open. */
    @Override
    default void close() {}
}

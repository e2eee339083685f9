package io.dyadwire.alerts.notify;

/**
 * A way by which alerts reach people, driven by one thread: {@link ChannelThread}. What it throws ends it, except
 * Kafka's retriable errors.
 */
public interface Channel extends AutoCloseable {
    /** Such as {@code console}, {@code webhook of northeast-asia}. */
    String name();

    /**
     * Waits shortly for alerts and deals with what is there.
     *
     * @return false when it has come to its end and is not to be called again
     */
    boolean turn();

    /** Ends a wait from another thread; {@link #turn} throws a WakeupException then. */
    void wakeup();

    /** Called by its own thread, last. */
    @Override
    void close();
}

package io.dyadwire.outbound;

/** Lets requests in one after the other. */
@FunctionalInterface
public interface Turns {
    /** Lets everybody in at once. */
    Turns ANY = (host, request) -> request.run();

    /**
     * Waits for the turn of this host, then runs the request here and now.
     *
     * @param host in lower case; empty when the address has none
     */
    void take(String host, Runnable request) throws InterruptedException;
}

package io.dyadwire.alerts.http;

import java.io.IOException;
import java.io.OutputStream;

/** An answer that goes on until somebody ends it. */
@FunctionalInterface
interface Flow {
    /**
     * The way to one client.
     *
     * @param cut closes the connection, so that a write that waits for the client fails
     */
    record Wire(OutputStream out, Runnable cut) {}

    /** Writes until the client is gone. */
    void to(Wire wire) throws IOException, InterruptedException;
}

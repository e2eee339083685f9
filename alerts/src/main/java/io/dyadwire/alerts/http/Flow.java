package io.dyadwire.alerts.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** An answer that goes on until somebody ends it. */
@FunctionalInterface
interface Flow {
    /**
     * The way to one client.
     *
     * @param cut closes the connection, so that a write that waits for the client fails
     * @param allowed whether the client may still have it
     */
    record Wire(OutputStream out, Runnable cut, BooleanSupplier allowed) {}

    /** Writes until the client is gone. */
    void to(Wire wire) throws IOException, InterruptedException;
}

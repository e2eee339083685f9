package io.dyadwire.outbound;

import java.io.IOException;
import java.net.Socket;

/**
 * What is said over a connection that we opened.
 *
 * @param <T> what comes out of it
 */
@FunctionalInterface
public interface Conversation<T> {
    /** The socket is connected, and is closed for whoever forgets it; from the deadline on it only throws. */
    T over(Socket socket) throws IOException;
}

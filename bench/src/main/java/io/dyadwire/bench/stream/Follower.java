package io.dyadwire.bench.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** One who follows a desk by server-sent events over a connection of its own, and reads what comes, or never does. */
final class Follower implements AutoCloseable {
    private static final int SMALL = 8 * 1024;

    private final Socket socket = new Socket();
    private volatile boolean begun;

    /** @param came told the id of each alert as it is read; null for one who never reads */
    Follower(int port, String desk, LongConsumer came) throws IOException {
        this(port, desk);
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual().name("follower").start(() -> read(in, came));
    }

    private Follower(int port, String desk) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET /stream?desk=" + desk + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** One who never reads. */
    static Follower asleep(int port, String desk) throws IOException {
        return new Follower(port, desk);
    }

    /** Whether it has been told from where on it follows. */
    boolean begun() {
        return begun;
    }

    /** Reads what has come to one who slept, and says whether the connection ends behind it. */
    boolean wasCutOff() throws IOException {
        socket.setSoTimeout(2_000);
        byte[] some = new byte[SMALL];
        try {
            while (socket.getInputStream().read(some) >= 0) {
                // only the end counts
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void read(BufferedReader in, LongConsumer came) {
        try {
            String id = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                    begun = true;
                } else if (line.startsWith("data: ")) {
                    came.accept(Long.parseLong(id));
                }
            }
        } catch (IOException e) {
            // Closed from one side or the other: what came before counts.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

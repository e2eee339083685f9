package io.dyadwire.alerts.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events, on a socket of its own; reads what comes, or nothing. HTTP 1.0, which has no chunks. */
final class EventClient implements AutoCloseable {
    record Event(String id, String type, String data) {}

    private final Socket socket = new Socket();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final BufferedReader in;
    private volatile String head = "";
    private volatile boolean begun;

    EventClient(URI server, String desk, @Nullable String lastId, boolean reads) throws IOException {
        if (!reads) {
            socket.setReceiveBufferSize(8192);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
        String last = lastId == null ? "" : "Last-Event-ID: " + lastId + "\r\n";
        socket.getOutputStream()
                .write(("GET /stream?desk=" + desk + " HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n" + last
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (reads) {
            Thread.startVirtualThread(this::read);
        }
    }

    /** What has come. */
    List<Event> events() {
        return events;
    }

    /** Status line and headers; empty as long as they have not come. */
    String head() {
        return head;
    }

    /** Whether the server has said from where on it tells. */
    boolean begun() {
        return begun;
    }

    /** How many events come to one who begins to read now, until the connection ends. */
    int readToTheEnd() {
        read();
        return events.size();
    }

    private void read() {
        try {
            StringBuilder lines = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.append(line).append('\n');
            }
            head = lines.toString();
            String id = "";
            String type = "";
            String data = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                    begun = true;
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(id, type, data));
                    data = "";
                }
            }
        } catch (IOException e) {
            // The other side has closed it: what came before counts.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

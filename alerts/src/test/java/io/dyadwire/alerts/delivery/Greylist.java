package io.dyadwire.alerts.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a mail server: tells the first client to come again later, as greylisting does, and lets all others through. */
final class Greylist implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int behind;

    Greylist(int behind) throws IOException {
        this.behind = behind;
        Thread.startVirtualThread(this::run);
    }

    int port() {
        return door.getLocalPort();
    }

    private void run() {
        try (Socket first = door.accept()) {
            turnAway(first);
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.startVirtualThread(() -> copy(client, server));
                Thread.startVirtualThread(() -> copy(server, client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private static void turnAway(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String answer = "220 mail.desk.example ESMTP";
        for (String line = ""; line != null && !line.startsWith("QUIT"); line = in.readLine()) {
            if (!line.isEmpty()) {
                answer = line.startsWith("RCPT") ? "451 4.7.1 Greylisted, come again later" : "250 OK";
            }
            out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has closed it.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

package io.dyadwire.alerts.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server on loopback that takes everything, but for what a test tells it to answer. Knows enough SMTP for one client. */
final class ScriptedServer implements AutoCloseable {
    /** Instead of an answer: closes the connection. */
    static final String DROP = "DROP";

    /** Instead of an answer: says nothing for ever. */
    static final String HANG = "HANG";

    private final ServerSocket socket = listening();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<List<String>> messages = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final SSLContext tls;

    /** @param tls with the server's certificate */
    ScriptedServer(SSLContext tls) {
        this.tls = tls;
        answers.put("EHLO", "250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN");
        answers.put("DATA", "354 go on");
        answers.put("QUIT", "221 bye");
        answers.put("AUTH", "235 come in");
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * From now on.
     *
     * @param command how it begins; the longest that fits counts. {@code GREETING} is the connection itself, {@code LINE} each
     *     line of a message, {@code .} its end
     */
    ScriptedServer answer(String command, String answer) {
        synchronized (answers) {
            answers.put(command, answer);
        }
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** All commands of all connections, in order. */
    List<String> commands() {
        return commands;
    }

    /** The messages whose end was seen, line by line as they were on the wire. */
    List<List<String>> messages() {
        return messages;
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofPlatform().daemon().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            converse(client, true);
        } catch (IOException | InterruptedException e) {
            // The client hung up, or the test is over.
        }
    }

    private void converse(Socket client, boolean greet) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        if (greet) {
            say(client, answerTo("GREETING", "220 scripted"));
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line.startsWith("AUTH PLAIN ") ? "AUTH " + decoded(line.substring(11)) : line);
            if (line.equals("STARTTLS")) {
                say(client, answerTo("STARTTLS", "220 go on"));
                converse(secured(client), false);
                return;
            }
            String answer = answerTo(line, "250 ok");
            say(client, answer);
            if (line.equals("DATA") && answer.startsWith("354")) {
                message(client, in);
            }
            if (line.equals("QUIT")) {
                return;
            }
        }
    }

    private void message(Socket client, BufferedReader in) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            lines.add(line);
            String unusual = answerTo("LINE", "");
            if (!unusual.isEmpty()) {
                say(client, unusual);
            }
            line = in.readLine();
        }
        if (line != null) {
            messages.add(lines);
            say(client, answerTo(".", "250 taken"));
        }
    }

    private Socket secured(Socket client) throws IOException {
        SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    private String answerTo(String command, String otherwise) {
        synchronized (answers) {
            return answers.entrySet().stream()
                    .filter(entry -> command.startsWith(entry.getKey()))
                    .reduce((one, other) ->
                            other.getKey().length() >= one.getKey().length() ? other : one)
                    .map(Map.Entry::getValue)
                    .orElse(otherwise);
        }
    }

    private void say(Socket client, String answer) throws IOException, InterruptedException {
        switch (answer) {
            case DROP -> client.close();
            case HANG -> closed.await();
            default -> {
                OutputStream out = client.getOutputStream();
                out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8)
                .replace('\0', ' ')
                .strip();
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}

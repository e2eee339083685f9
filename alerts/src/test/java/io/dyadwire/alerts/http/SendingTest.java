package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.told.AlertView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and take nothing. */
class SendingTest {
    private static final int MUCH = 8 << 20;
    private static final Duration WITHIN = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private ApiServer server;

    @BeforeEach
    void start() {
        StreamApi streams = new StreamApi(LiveRules.of(book("[]"), () -> T0), new AlertView(), () -> null);
        Endpoint much =
                Endpoint.get("/much", null, Set.of(), request -> Reply.of("application/octet-stream", new byte[MUCH]));
        server = new ApiServer(
                HttpConfig.DEFAULTS.withPort(0), List.of(much), streams, new Sending(2 * MUCH + MUCH / 2, WITHIN));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void shouldBoundWhatIsSentAndGoOnWhenThoseWhoTakeNothingAreCutOff() throws Exception {
        try (Socket one = asleep();
                Socket other = asleep()) {
            await().until(() -> ask().statusCode() == 503);
            assertThat(new String(ask().body(), StandardCharsets.UTF_8)).contains("too much is being sent");

            await().atMost(WITHIN.multipliedBy(10)).until(() -> ask().statusCode() == 200);
            assertThat(ask().body()).as("a client that reads").hasSize(MUCH);
            assertThat(taken(one)).isLessThan(MUCH);
            assertThat(taken(other)).isLessThan(MUCH);
        }
    }

    private HttpResponse<byte[]> ask() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve("/much")).build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private Socket asleep() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8192);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.address().getPort()));
        socket.getOutputStream()
                .write("GET /much HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** All that had been sent before the connection was closed. */
    private static int taken(Socket socket) {
        int all = 0;
        try {
            byte[] some = new byte[65_536];
            for (int read = socket.getInputStream().read(some);
                    read >= 0;
                    read = socket.getInputStream().read(some)) {
                all += read;
            }
        } catch (IOException e) {
            // Reset: what came before counts.
        }
        return all;
    }
}

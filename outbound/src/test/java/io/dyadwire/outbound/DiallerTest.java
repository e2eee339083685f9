package io.dyadwire.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dyadwire.outbound.OutboundException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DiallerTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(200);

    /** Takes connections and never says a word. */
    private final ServerSocket server = listening();

    private final List<AutoCloseable> open = new ArrayList<>(List.of(server));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void shouldDialWhatWasJudgedUnderTheNameThatWasAskedFor() throws Exception {
        OutboundClient client = client(host -> List.of(loopback()));

        String told = client.talk(uri("mail.desk.example"), LONG, socket -> {
            assertThat(socket.getInetAddress().isLoopbackAddress()).isTrue();
            return socket.getInetAddress().getHostName() + " " + socket.getPort();
        });

        assertThat(told).isEqualTo("mail.desk.example " + server.getLocalPort());
    }

    @Test
    void shouldDialTheNextAddressWhenOneIsDead() throws Exception {
        InetAddress dead = InetAddress.getByName("127.0.0.77");
        OutboundClient client = client(host -> List.of(dead, loopback()));

        String dialled = client.talk(uri("mail.desk.example"), LONG, socket -> socket.getInetAddress()
                .getHostAddress());

        assertThat(dialled).isEqualTo("127.0.0.1");
    }

    @Test
    void shouldRefuseANameThatLeadsInside() {
        OutboundClient closed = new OutboundClient(config(AllowList.nothing()), host -> List.of(loopback()));
        open.add(closed);

        OutboundException e = failure(closed, uri("mail.desk.example"), LONG, Socket::getPort);

        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e.reason()).isEqualTo("its address 127.0.0.1 is in 127.0.0.0/8 (this machine)");
    }

    @Test
    void shouldSayWhenThereIsNoSuchName() {
        OutboundClient client = client(host -> {
            throw new UnknownHostException(host);
        });

        assertThat(failure(client, uri("nowhere.example"), LONG, Socket::getPort)
                        .kind())
                .isEqualTo(Kind.UNKNOWN_HOST);
    }

    @Test
    void shouldCutASilentServerAtTheDeadlineAndEndTheConversation() throws Exception {
        CompletableFuture<Exception> ended = new CompletableFuture<>();

        OutboundException e = failure(client(host -> List.of(loopback())), uri("mail.desk.example"), SHORT, socket -> {
            try {
                // Longer than the deadline: it is the cut that ends it.
                socket.setSoTimeout(0);
                return socket.getInputStream().read();
            } catch (IOException cut) {
                ended.complete(cut);
                throw cut;
            }
        });

        assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(e)
                .hasMessage("smtp://mail.desk.example:" + server.getLocalPort() + ": timed out: not done within 0.2 s");
        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(SocketException.class);
    }

    @Test
    void shouldNotWaitForANameServerThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        OutboundClient client = client(host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new UnknownHostException("told to stop");
            }
            return List.of();
        });

        assertThat(failure(client, uri("slow.example"), SHORT, Socket::getPort).kind())
                .isEqualTo(Kind.TIMED_OUT);
    }

    @Test
    void shouldPassOnWhatTheConversationThrows() {
        OutboundException e = failure(client(host -> List.of(loopback())), uri("mail.desk.example"), LONG, socket -> {
            throw new IOException("nonsense was said");
        });

        assertThat(e.kind()).isEqualTo(Kind.NETWORK);
        assertThat(e.reason()).isEqualTo("nonsense was said");
    }

    private OutboundClient client(HostLookup lookup) {
        OutboundClient client = new OutboundClient(config(AllowList.of("127.0.0.0/8")), lookup);
        open.add(client);
        return client;
    }

    private static OutboundConfig config(AllowList allow) {
        return OutboundConfig.defaults("Dyadwire/test (+https://example.org)").withAllow(allow);
    }

    private URI uri(String host) {
        return URI.create("smtp://" + host + ":" + server.getLocalPort());
    }

    private static OutboundException failure(
            OutboundClient client, URI uri, Duration total, Conversation<?> conversation) {
        return catchThrowableOfType(OutboundException.class, () -> client.talk(uri, total, conversation));
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

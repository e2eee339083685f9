package io.dyadwire.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dyadwire.outbound.OutboundException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class OutboundClientTest {
    private static final String AGENT = "Dyadwire/test (+https://example.org)";
    private final OutboundClient client = client(OutboundConfig.defaults(AGENT));

    @Test
    void shouldReturnStatusHeadersBodyAndPlace() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 404 Gone\r\nETag: \"a\"\r\netag: \"b\"\r\n\r\nnot here")) {
            OutboundResponse answer = client.get(OutboundRequest.to(server.uri("/feed?x=1#f")));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.successful()).isFalse();
            assertThat(answer.headers().get("etag")).containsExactly("\"a\"", "\"b\"");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("not here");
            assertThat(answer.uri()).isEqualTo(server.uri("/feed?x=1#f"));
        }
    }

    @Test
    void shouldAskLikeAPoliteGuest() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified\r\nSet-Cookie: a=b\r\n\r\n")) {
            OutboundRequest request =
                    OutboundRequest.to(server.uri("/feed?x=1#f")).withHeader("If-None-Match", "W/\"odd  one\"");
            client.get(request);
            OutboundResponse answer = client.get(request);

            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            List<String> head = server.heads().get(1);
            assertThat(head.getFirst()).isEqualTo("GET /feed?x=1 HTTP/1.1");
            assertThat(head).contains("User-Agent: " + AGENT, "Accept-Encoding: gzip", "If-None-Match: W/\"odd  one\"");
            assertThat(head).noneMatch(line -> line.startsWith("Cookie") || line.startsWith("Referer"));
        }
    }

    @Test
    void shouldFollowRedirectsAndReportThem() throws Exception {
        try (RawServer server = new RawServer((head, out) -> write(
                out,
                switch (path(head)) {
                    case "/a" -> "HTTP/1.1 301 x\r\nLocation: /b\r\n\r\n";
                    case "/b" -> "HTTP/1.1 308 x\r\nLocation: c?q\r\n\r\n";
                    case "/c?q" -> "HTTP/1.1 302 x\r\nLocation: d\r\n\r\n";
                    default -> "HTTP/1.1 200 x\r\n\r\nhere";
                }))) {
            OutboundResponse answer = client.get(OutboundRequest.to(server.uri("/a")));

            assertThat(answer.uri()).isEqualTo(server.uri("/d"));
            assertThat(answer.redirects())
                    .extracting(OutboundResponse.Redirect::status)
                    .containsExactly(301, 308, 302);
            assertThat(answer.movedTo()).contains(server.uri("/c?q"));
        }
    }

    @Test
    void shouldNotCarrySecretsToAnotherOrigin() throws Exception {
        try (RawServer other = RawServer.saying("HTTP/1.1 200 x\r\n\r\nhere");
                RawServer server = RawServer.saying("HTTP/1.1 302 x\r\nLocation: " + other.uri("/x") + "\r\n\r\n")) {
            client.get(OutboundRequest.to(server.uri("/"))
                    .withHeader("Authorization", "Bearer 1")
                    .withHeader("Accept", "text/xml"));

            assertThat(server.heads().getFirst()).contains("Authorization: Bearer 1");
            assertThat(other.heads().getFirst())
                    .contains("Accept: text/xml")
                    .noneMatch(line -> line.startsWith("Auth"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest", "file:///etc/passwd", "http://10.0.0.1/"})
    void shouldCheckEveryHop(String target) throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 302 x\r\nLocation: " + target + "\r\n\r\n")) {
            assertThat(failure(client, server.uri("/")).kind()).isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    void shouldStopGoingInCirclesAndTooFar() throws Exception {
        try (RawServer circle = RawServer.saying("HTTP/1.1 302 x\r\nLocation: /\r\n\r\n");
                RawServer far = new RawServer(
                        (head, out) -> write(out, "HTTP/1.1 302 x\r\nLocation: " + path(head) + "x\r\n\r\n"))) {
            assertThat(failure(client, circle.uri("/")).kind()).isEqualTo(Kind.REDIRECTS);
            assertThat(failure(client, far.uri("/")).kind()).isEqualTo(Kind.REDIRECTS);
            assertThat(far.heads()).hasSize(6);
        }
    }

    @Test
    void shouldWaitForTheTurnOfEveryHostThatItIsLedTo() throws Exception {
        try (RawServer server = new RawServer((head, out) -> write(
                out,
                switch (path(head)) {
                    case "/a" -> "HTTP/1.1 302 x\r\nLocation: /b\r\n\r\n";
                    case "/b" -> "HTTP/1.1 302 x\r\nLocation: //b.example:" + port(head) + "/c\r\n\r\n";
                    default -> "HTTP/1.1 200 x\r\n\r\nhere";
                }))) {
            OutboundConfig hurried = OutboundConfig.defaults(AGENT)
                    .withAllow(AllowList.of("127.0.0.0/8"))
                    .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
            OutboundClient anywhere = new OutboundClient(hurried, host -> List.of(Network.literal("127.0.0.1")));
            URI first = URI.create("http://A.example:" + server.port() + "/a");
            List<String> turns = new ArrayList<>();

            OutboundResponse answer = anywhere.get(OutboundRequest.to(first), (host, request) -> {
                int asked = server.heads().size();
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                request.run();
                turns.add(host + " " + (server.heads().size() - asked));
            });

            assertThat(answer.status()).isEqualTo(200);
            assertThat(turns).containsExactly("a.example 1", "a.example 1", "b.example 1");
        }
    }

    @Test
    void shouldAskNobodyWhoseTurnDoesNotCome() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 x\r\n\r\nhere")) {
            OutboundRequest request = OutboundRequest.to(server.uri("/"));

            assertThat(catchThrowableOfType(OutboundException.class, () -> client.get(request, (host, hop) -> {})))
                    .hasMessageEndingWith("its turn did not come");
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void shouldRefuseANameThatChangesItsMind() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 x\r\n\r\nhere")) {
            int[] asked = {0};
            HostLookup rebinding = host -> List.of(Network.literal(asked[0]++ == 0 ? "127.0.0.1" : "127.0.0.2"));
            OutboundConfig config = OutboundConfig.defaults(AGENT).withAllow(AllowList.of("127.0.0.1/32"));
            OutboundClient guarded = new OutboundClient(config, rebinding);
            URI uri = URI.create("http://rebinding.example:" + server.port() + "/");

            assertThat(guarded.get(OutboundRequest.to(uri)).status()).isEqualTo(200);
            assertThat(failure(guarded, uri))
                    .hasMessageEndingWith("refused: its address 127.0.0.2 is in 127.0.0.0/8 (this machine)");
        }
    }

    @Test
    void shouldReadGzipAndPlainTextThatSaysGzip() throws Exception {
        byte[] zipped = gzip("hello".getBytes(StandardCharsets.UTF_8));
        try (RawServer gzip = new RawServer((head, out) -> {
                    write(out, "HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\n\r\n");
                    out.write(zipped);
                });
                RawServer liar = RawServer.saying("HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\n\r\nhello");
                RawServer brotli = RawServer.saying("HTTP/1.1 200 x\r\nContent-Encoding: br\r\n\r\nhello")) {
            assertThat(client.get(OutboundRequest.to(gzip.uri("/"))).body())
                    .asString()
                    .isEqualTo("hello");
            assertThat(client.get(OutboundRequest.to(liar.uri("/"))).body())
                    .asString()
                    .isEqualTo("hello");
            assertThat(failure(client, brotli.uri("/")).kind()).isEqualTo(Kind.BAD_ANSWER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, gzip", "gzip\r\nContent-Encoding: gzip", "br", "deflate"})
    void shouldTakeAtMostTheOneEncodingThatWasAskedFor(String encoding) throws Exception {
        byte[] twice = gzip(gzip("hello".getBytes(StandardCharsets.UTF_8)));
        try (RawServer server = new RawServer((head, out) -> {
            write(out, "HTTP/1.1 200 x\r\nContent-Encoding: " + encoding + "\r\n\r\n");
            out.write(twice);
        })) {
            assertThat(failure(client, server.uri("/")).kind()).isEqualTo(Kind.BAD_ANSWER);
        }
    }

    @Test
    void shouldRefuseAPrivateAddressBehindFiveHops() throws Exception {
        try (RawServer server = new RawServer((head, out) -> write(
                out,
                path(head).length() < 6
                        ? "HTTP/1.1 301 x\r\nLocation: " + path(head) + "x\r\n\r\n"
                        : "HTTP/1.1 301 x\r\nLocation: http://192.168.0.1/\r\n\r\n"))) {
            assertThat(failure(client, server.uri("/")).kind()).isIn(Kind.REFUSED, Kind.REDIRECTS);
            assertThat(failure(client, server.uri("/x")).kind()).isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    void shouldLookNamesUpWhereWaitingHurtsNobody() throws Exception {
        AtomicReference<Thread> asked = new AtomicReference<>();
        try (RawServer server = RawServer.saying("HTTP/1.1 200 x\r\n\r\nhere");
                OutboundClient named = new OutboundClient(
                        OutboundConfig.defaults(AGENT).withAllow(AllowList.of("127.0.0.0/8")), host -> {
                            asked.set(Thread.currentThread());
                            return List.of(Network.literal("127.0.0.1"));
                        })) {
            URI uri = URI.create("http://named.example:" + server.port() + "/");

            assertThat(named.get(OutboundRequest.to(uri)).status()).isEqualTo(200);
            assertThat(asked.get().isVirtual()).isFalse();
            assertThat(named.isOurs(uri)).isTrue();
        }
    }

    @Test
    void shouldKnowItsOwnFromAStrangers() {
        AllowList list = AllowList.of("10.0.0.0/8", "rsshub:1200");
        try (OutboundClient open =
                new OutboundClient(OutboundConfig.defaults(AGENT).withAllow(list), OutboundClientTest::lookUp)) {
            assertThat(open.isOurs(URI.create("http://rsshub:1200/feed"))).isTrue();
            assertThat(open.isOurs(URI.create("http://10.1.2.3/feed"))).isTrue();
            assertThat(open.isOurs(URI.create("http://inside.example/feed"))).isTrue();
            assertThat(open.isOurs(URI.create("http://rsshub/feed"))).isFalse();
            assertThat(open.isOurs(URI.create("http://8.8.8.8/feed"))).isFalse();
            assertThat(open.isOurs(URI.create("http://nobody.example/feed"))).isFalse();
            assertThat(list.opens(URI.create("http://inside.example/feed")))
                    .as("without asking")
                    .isFalse();
            assertThat(list.opens(URI.create("http://1:::2/feed"))).isFalse();
        }
    }

    private static List<InetAddress> lookUp(String host) throws UnknownHostException {
        return switch (host) {
            case "inside.example" -> List.of(Network.literal("10.9.9.9"));
            case "rsshub" -> List.of(Network.literal("172.18.0.5"));
            default -> throw new UnknownHostException(host);
        };
    }

    @Test
    void shouldStopAtTheSizeLimitAlsoOfAnEndlessBody() throws Exception {
        byte[] chunk = new byte[8192];
        try (RawServer server = new RawServer((head, out) -> {
            write(out, "HTTP/1.1 200 x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                write(out, "2000\r\n");
                out.write(chunk);
                write(out, "\r\n");
            }
        })) {
            OutboundException e =
                    failure(client, OutboundRequest.to(server.uri("/")).withMaxBytes(100_000));

            assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(e.reason()).isEqualTo("the body is over 100000 bytes");
        }
    }

    @Test
    void shouldStopAtABombBeforeItIsBig() throws Exception {
        byte[] bomb = gzip(new byte[9 * 1024 * 1024]);
        try (RawServer server = new RawServer((head, out) -> {
            write(out, "HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\n\r\n");
            out.write(bomb);
        })) {
            assertThat(failure(client, server.uri("/")).reason())
                    .isEqualTo("the body is compressed more than 200 to 1");
        }
    }

    @Test
    void shouldStopAtHugeHeaders() throws Exception {
        String many = "X: y\r\n".repeat(10_000);
        try (RawServer line = RawServer.saying("HTTP/1.1 200 x\r\nX: " + "y".repeat(1_000_000) + "\r\n\r\n");
                RawServer lines = RawServer.saying("HTTP/1.1 200 x\r\n" + many + "\r\n")) {
            assertThat(failure(client, line.uri("/")).kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(failure(client, lines.uri("/")).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 x\r\n", "HTTP/1.1 200 x\r\n\r\n"})
    void shouldCutOneByteASecondAtTheDeadline(String head) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
            try {
                write(out, head);
                while (!never.await(50, TimeUnit.MILLISECONDS)) {
                    write(out, "x");
                    out.flush();
                }
            } finally {
                hungUp.countDown();
            }
        })) {
            OutboundClient hurried = client(OutboundConfig.defaults(AGENT)
                    .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(600)));

            assertThat(failure(hurried, server.uri("/")))
                    .hasMessageEndingWith("timed out: no complete answer within 0.6 s");
            assertThat(hungUp.await(5, TimeUnit.SECONDS))
                    .as("the connection is closed")
                    .isTrue();
        }
    }

    @Test
    void shouldCutSilenceAtTheFirstByteTimeout() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = new RawServer((head, out) -> never.await())) {
            OutboundClient hurried = client(OutboundConfig.defaults(AGENT)
                    .withTimeouts(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(15)));

            assertThat(failure(hurried, server.uri("/")).kind()).isEqualTo(Kind.TIMED_OUT);
            URI tls = URI.create("https://127.0.0.1:" + server.port() + "/");
            assertThat(failure(hurried, tls).kind()).isIn(Kind.TIMED_OUT, Kind.TLS);
        }
    }

    @Test
    void shouldNotWaitForANameServerThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        OutboundConfig config = OutboundConfig.defaults(AGENT)
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300));
        OutboundClient stuck = new OutboundClient(config, host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });

        assertThat(failure(stuck, URI.create("http://example.org/")).kind()).isEqualTo(Kind.TIMED_OUT);
    }

    @Test
    void shouldSayWhatHappenedOnBrokenAnswers() throws Exception {
        try (RawServer silent = RawServer.saying("");
                RawServer noise = RawServer.saying("SSH-2.0-OpenSSH_9\r\n\r\n");
                RawServer cut = RawServer.saying("HTTP/1.1 200 x\r\nContent-Length: 100\r\n\r\nshort")) {
            assertThat(failure(client, silent.uri("/")).kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(failure(client, noise.uri("/")).kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(failure(client, cut.uri("/")).kind()).isEqualTo(Kind.BAD_ANSWER);
        }
    }

    @Test
    void shouldSayWhenNobodyIsThere() throws Exception {
        URI uri;
        try (RawServer server = RawServer.saying("")) {
            uri = server.uri("/");
        }
        assertThat(failure(client, uri).kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure(
                                new OutboundClient(OutboundConfig.defaults(AGENT), host -> {
                                    throw new UnknownHostException(host);
                                }),
                                URI.create("http://nobody.example/"))
                        .kind())
                .isEqualTo(Kind.UNKNOWN_HOST);
    }

    @Test
    void shouldPostContentOnceAndNotFollow() throws Exception {
        try (RawServer server = RawServer.saying("HTTP/1.1 307 x\r\nLocation: /elsewhere\r\n\r\n")) {
            OutboundResponse answer = client.post(OutboundRequest.to(server.uri("/hook"))
                    .withHeader("webhook-id", "msg_1")
                    .withContent("application/json", "{\"é\":1}"));

            assertThat(answer.status()).isEqualTo(307);
            assertThat(server.heads()).hasSize(1);
            assertThat(server.heads().getFirst())
                    .contains(
                            "POST /hook HTTP/1.1",
                            "webhook-id: msg_1",
                            "Content-Length: 8",
                            "Content-Type: application/json");
        }
    }

    private static OutboundClient client(OutboundConfig config) {
        return new OutboundClient(config.withAllow(AllowList.of("127.0.0.0/8")));
    }

    private static OutboundException failure(OutboundClient client, URI uri) {
        return failure(client, OutboundRequest.to(uri));
    }

    private static OutboundException failure(OutboundClient client, OutboundRequest request) {
        return catchThrowableOfType(OutboundException.class, () -> client.get(request));
    }

    private static String path(List<String> head) {
        String line = head.getFirst();
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    /** That the client spoke to, as it says. */
    private static String port(List<String> head) {
        return head.stream()
                .filter(line -> line.startsWith("Host: "))
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}

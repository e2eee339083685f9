package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.http.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.access.Tokens;
import io.dyadwire.alerts.live.LiveRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody means well with: refused in words, at once, and nothing is written. */
class HostileRequestsTest {
    private static final String RULE = "/api/v1/rules/ferry";
    private static final String FERRY = "{\"desk\": \"asia\", \"keywords\": \"ferry\"}";

    private final LiveRules live = LiveRules.of(book("[]"), () -> T0);
    private final Server server = new Server(HttpConfig.DEFAULTS, live, () -> null, () -> T0);

    @AfterEach
    void stop() {
        assertThat(live.rules()).isEmpty();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"})
    void shouldTakeNothingThatAPageCanSendUnasked(String type) throws Exception {
        assertThat(server.ask("PUT", RULE, FERRY, "Content-Type", type).statusCode())
                .isEqualTo(415);
        assertThat(server.ask("POST", "/api/v1/silences", "{}", "Content-Type", type)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void shouldTakeNothingFromAnotherSite() throws Exception {
        HttpResponse<String> answer = server.ask("PUT", RULE, FERRY, "Origin", "https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        HttpResponse<String> mayI = server.ask("OPTIONS", RULE, null, "Origin", "https://evil.example");
        assertThat(mayI.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(server.get("/api/v1/rules", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"desk": "asia"                                   | 400 | the body is not well-formed JSON
            {"desk": "asia", "desk": "world"}                 | 400 | the body is not well-formed JSON
            {} {}                                             | 400 | the body is not well-formed JSON
            []                                                | 400 | the body must be a JSON object
            "text"                                            | 400 | the body must be a JSON object
            {"desk": 1e999999999}                             | 422 | must be text
            """)
    void shouldSayWhatIsWrongWithABody(String body, int status, String detail) throws Exception {
        HttpResponse<String> answer = server.ask("PUT", RULE, body);

        assertThat(answer.body()).contains(detail);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void shouldBoundWhatItReads() throws Exception {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        String number = "{\"desk\": " + "9".repeat(100_000) + "}";
        String huge = "{\"desk\": \"" + "x".repeat(10 << 20) + "\"}";

        assertThat(server.ask("PUT", RULE, deep).statusCode()).isEqualTo(400);
        assertThat(server.ask("PUT", RULE, number).statusCode()).isEqualTo(400);
        HttpResponse<String> tooLong = server.ask("PUT", RULE, huge);
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(json(tooLong).get("detail").textValue()).isEqualTo("the body has more than 1048576 bytes");
        assertThat(server.ask("PUT", RULE, "{\"desk\": \"asia\", \"keywords\": \"" + "a ".repeat(200_000) + "\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    /** Without a length, so that only counting helps. */
    @Test
    void shouldBoundABodyThatDoesNotTellItsLength() throws Exception {
        StringBuilder request = new StringBuilder("PUT " + RULE + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (int i = 0; i < 20; i++) {
            request.append("10000\r\n").append("x".repeat(0x10000)).append("\r\n");
        }

        assertThat(raw(request + "0\r\n\r\n")).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @CsvSource({
        "'GET /api/v1/rules HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: b\u0000c\r\n\r\n', 400",
        "'GET /api/v1/rules HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: b\u0001c\r\n\r\n', 400",
        "'GET /api/v1/rules HTTP/1.1\r\n\r\n', 400",
        "'G\u0007T / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 400",
        "'GET /api/v1/%00 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', 400",
        "'GET /api/v1/rules/%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', 400",
        "'GET /api/v1/rules?after=%0d%0aX-Evil HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', 400"
    })
    void shouldAnswerControlCharactersWithAProblem(String request, int status) throws Exception {
        String answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("application/problem+json");
        assertThat(answer.split("\r\n\r\n", 2)[0])
                .doesNotContainIgnoringCase("X-Evil")
                .doesNotContain("Jetty");
        assertThat(answer).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void shouldBoundHeaders() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: " + "b".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json");
    }

    @Test
    void shouldReadNoBodyOfAStranger() throws Exception {
        Tokens tokens = Tokens.single("a".repeat(32));
        try (Server guarded = new Server(new HttpConfig("127.0.0.1", 0, tokens), live, () -> null, () -> T0);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), guarded.uri("/").getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(("PUT " + RULE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 1000000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .as("answered while most of the body is still to come")
                    .isEqualTo("HTTP/1.1 401");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException e) {
                // It may have answered and closed before it had all.
            }
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            byte[] some = new byte[4096];
            try {
                for (int read = in.read(some); read > 0; read = in.read(some)) {
                    answer.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // Closed by the other side: what came before is the answer.
            }
            return answer.toString();
        }
    }
}

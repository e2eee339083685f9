package io.dyadwire.runner.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.json.Json;
import io.dyadwire.ingest.opml.OpmlFile;
import io.dyadwire.ingest.source.FeedTopics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.dyadwire.runner.cli.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FeedsCommandIT {
    private static final String RSS = "<rss version=\"2.0\"><channel><title>Harbour</title><item><title>Ferry</title>"
            + "<link>https://h.example/1</link><pubDate>Tue, 20 Aug 2019 06:38:04 GMT</pubDate></item></channel></rss>";
    private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static HttpServer site;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "dyadwire")
    private static final class Root {}

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("kafka"), 0));
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        site.createContext("/", FeedsCommandIT::answer);
        site.start();
        Files.writeString(
                folder.resolve("dyadwire.yaml"), "outbound: {contact: us@desk.example, allow: [127.0.0.0/8]}\n");
    }

    @AfterAll
    static void stop() {
        site.stop(0);
        broker.close();
    }

    @Test
    void shouldAddPauseResumeAndRemoveAFeed() throws Exception {
        assertThat(run("add", at("/harbour"), "--id", "harbour", "--interval", "PT30M", "--full-text", "never"))
                .isZero();
        assertThat(out.toString())
                .contains("Harbour: rss_2.0, 1 items, the latest of 2019-08-20T06:38:04Z")
                .contains("added harbour  " + at("/harbour"));
        assertThat(REQUESTS).containsOnlyOnce("/harbour");
        assertThat(run("add", at("/harbour"))).isZero();
        assertThat(err.toString()).contains("harbour is there already, nothing changed");

        assertThat(run("pause", "harbour")).isZero();
        assertThat(sources().get("harbour").paused()).isTrue();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).containsPattern("harbour +paused; not polled yet .*Harbour");

        assertThat(run("resume", at("/harbour"))).isZero();
        assertThat(sources().get("harbour").version()).isEqualTo(3);
        assertThat(run("list", "--json")).isZero();
        JsonNode line = Json.mapper()
                .readTree(out.toString()
                        .lines()
                        .filter(text -> text.contains("\"harbour\""))
                        .findFirst()
                        .orElseThrow());
        assertThat(line.at("/source/interval").asText()).isEqualTo("PT30M");

        assertThat(run("remove", "harbour")).isZero();
        assertThat(sources()).doesNotContainKey("harbour");
        assertThat(run("remove", "harbour")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no feed with the id or the address 'harbour'");
    }

    @Test
    void shouldTakeWhatAPageOffers() throws Exception {
        assertThat(run("add", at("/home"))).isEqualTo(1);
        assertThat(err.toString()).contains("is a page that offers 2 feeds", at("/one"), at("/two"));

        assertThat(run("add", at("/home"), "--all")).isZero();

        assertThat(sources().values()).extracting(FeedSource::url).contains(uri("/one"), uri("/two"));
        assertThat(REQUESTS).doesNotContain("/one", "/two");
    }

    @Test
    void shouldRefuseWhatIsNoFeedOrMayNotBeReached() {
        assertThat(run("add", at("/missing"))).isEqualTo(1);
        assertThat(err.toString()).contains("the server answered 404");
        assertThat(run("add", "http://169.254.169.254/latest")).isEqualTo(1);
        assertThat(err.toString()).contains("169.254.0.0/16");
        assertThat(run("add", "gopher://x.example/")).isEqualTo(1);
        assertThat(err.toString()).contains("is no http or https address");
        assertThat(run("add", at("/harbour"), "--full-text", "perhaps")).isEqualTo(2);
        assertThat(err.toString()).contains("never, summary-only, always");
    }

    @Test
    void shouldNotRemoveWhatStandsInTheList() throws Exception {
        topics().put(List.of(FeedSource.of("listed", uri("/listed"), FeedOrigin.FILE)));

        assertThat(run("remove", "listed")).isEqualTo(1);

        assertThat(err.toString())
                .contains("listed stands in the list of feeds (config/feeds.opml): take it out there");
    }

    @Test
    void shouldImportWhatIsGoodAndNameTheRestAndExportItAgain() throws Exception {
        Path list = Files.writeString(folder.resolve("import.opml"), """
                <opml version="2.0"><body>
                <outline text="A &amp; B" xmlUrl="https://import.example/a?x=1&amp;y=2"/>
                <outline text="again" xmlUrl="https://import.example/a?x=1&amp;y=2"/>
                <outline text="inside" xmlUrl="http://10.0.0.1/feed"/>
                <outline text="odd" xmlUrl="javascript:alert(1)"/>
                </body></opml>
                """);

        assertThat(run("import", list.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("added 1 feeds; 0 were there already; 3 left out");
        assertThat(err.toString())
                .contains("import.opml:3: https://import.example/a?x=1&y=2 stands in line 2 too")
                .contains("import.opml: http://10.0.0.1/feed: refused")
                .contains("import.opml:5: xmlUrl=\"javascript:alert(1)\" is no http or https address");

        Path exported = folder.resolve("export.opml");
        assertThat(run("export", exported.toString())).isZero();
        assertThat(OpmlFile.read(exported).feeds()).anySatisfy(feed -> {
            assertThat(feed.title()).isEqualTo("A & B");
            assertThat(feed.url()).isEqualTo(URI.create("https://import.example/a?x=1&y=2"));
        });
    }

    @Test
    void shouldCheckFeedsWithoutKafka() {
        assertThat(run("check", at("/three"), at("/home"))).isEqualTo(1);

        assertThat(out.toString().lines())
                .containsExactly(
                        "ok    " + at("/three") + "  rss_2.0, 1 items, the latest of 2019-08-20T06:38:04Z",
                        "FAIL  " + at("/home") + "  a page, not a feed; it offers " + at("/one") + ", " + at("/two"));
    }

    private static FeedTopics topics() {
        return new FeedTopics(Map.of("bootstrap.servers", broker.bootstrapServers()), InstantSource.system());
    }

    private static Map<String, FeedSource> sources() {
        return topics().sources();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("feeds"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--config", folder.resolve("dyadwire.yaml").toString(), "--bootstrap", broker.bootstrapServers()));
        CommandLine commandLine = CommandLines.of(new Root(), List.of(new FeedsCommand()), () -> false);
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private static String at(String path) {
        return uri(path).toString();
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + site.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        REQUESTS.add(path);
        String body =
                switch (path) {
                    case "/missing" -> "";
                    case "/home" ->
                        "<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml' href='/one' title='One'>"
                                + "<link rel='alternate' type='application/atom+xml' href='/two'></head></html>";
                    default -> RSS;
                };
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        try (var sent = exchange.getResponseBody()) {
            sent.write(bytes);
        }
    }
}

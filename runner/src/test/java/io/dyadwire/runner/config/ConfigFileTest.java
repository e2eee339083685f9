package io.dyadwire.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.ingest.websub.WebSubConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("dyadwire.yaml");
    }

    @Test
    void shouldHaveADefaultForEverything() {
        assertThat(ConfigFile.read(null, Map.of())).isEqualTo(DyadwireConfig.DEFAULTS);
        assertThat(DyadwireConfig.DEFAULTS)
                .isEqualTo(new DyadwireConfig(
                        Path.of("data"),
                        new KafkaConfig(null, Map.of()),
                        new BrokerConfig(19092),
                        new OpsConfig("127.0.0.1", 8080),
                        new OutboundSettings(null, List.of()),
                        new IngestSettings(
                                "config/feeds.opml",
                                "dyadwire-ingest",
                                "ingest-0",
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(15),
                                Duration.ofHours(1),
                                128,
                                Duration.ofSeconds(1),
                                null),
                        new ProcessorSettings("processor-0", 1, Duration.ofMillis(100), null),
                        new AlertsSettings(
                                "config/rules.yaml",
                                "alerts-0",
                                1,
                                new HttpSettings("127.0.0.1", 8082, null, null, null, null),
                                new DeliverySettings(Duration.ofSeconds(5), Duration.ofHours(6), Duration.ofDays(3)),
                                null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "{}\n", "ops:\n"})
    void shouldTakeAnEmptyFileAsDefaults(String yaml) throws IOException {
        assertThat(read(yaml)).isEqualTo(DyadwireConfig.DEFAULTS);
    }

    @Test
    void shouldReadEverySetting() throws IOException {
        DyadwireConfig config = read("""
                data: /var/lib/dyadwire
                kafka:
                  bootstrapServers: kafka:9092
                  properties: {security.protocol: SSL}
                broker: {port: 0}
                ops: {host: 0.0.0.0, port: 9000}
                outbound: {contact: ops@desk.example, allow: [10.0.0.0/8]}
                ingest:
                  {feeds: f.opml, group: g, instance: i-1, sessionTimeout: PT6S, interval: PT5M, slowest: PT30M,
                  concurrentPolls: 4, hostSpacing: PT2S,
                  webSub: {callback: "https://push.desk.example/i-1", secretFile: s, host: 0.0.0.0, port: 9001}}
                processor: {instance: p-1, threads: 2, commitInterval: PT1S, topics: topics}
                alerts:
                  {rules: r.yaml, instance: a-1, threads: 3, http: {host: 0.0.0.0, port: 9002, tokenFile: t, tokensFile: u,
                  hub: "https://hub.example/", publicUrl: "https://alerts.desk.example/"},
                  delivery: {firstDelay: PT1S, giveUpAfter: P1D},
                  mail: {host: mail.desk.example, port: 2525, security: tls, user: dyadwire, passwordFile: p,
                  from: a@desk.example, replyTo: r@desk.example}}
                """);

        assertThat(config)
                .isEqualTo(new DyadwireConfig(
                        Path.of("/var/lib/dyadwire"),
                        new KafkaConfig("kafka:9092", Map.of("security.protocol", "SSL")),
                        new BrokerConfig(0),
                        new OpsConfig("0.0.0.0", 9000),
                        new OutboundSettings("ops@desk.example", List.of("10.0.0.0/8")),
                        new IngestSettings(
                                "f.opml",
                                "g",
                                "i-1",
                                Duration.ofSeconds(6),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(30),
                                4,
                                Duration.ofSeconds(2),
                                new WebSubSettings(URI.create("https://push.desk.example/i-1"), "s", "0.0.0.0", 9001)),
                        new ProcessorSettings("p-1", 2, Duration.ofSeconds(1), "topics"),
                        new AlertsSettings(
                                "r.yaml",
                                "a-1",
                                3,
                                new HttpSettings(
                                        "0.0.0.0",
                                        9002,
                                        "t",
                                        "u",
                                        URI.create("https://hub.example/"),
                                        URI.create("https://alerts.desk.example/")),
                                new DeliverySettings(Duration.ofSeconds(1), Duration.ofHours(6), Duration.ofDays(1)),
                                new MailSettings(
                                        "mail.desk.example",
                                        2525,
                                        "tls",
                                        "dyadwire",
                                        "p",
                                        "a@desk.example",
                                        "r@desk.example"))));
    }

    @Test
    void shouldServeOthersOnlyForAToken(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("token"), "0123456789abcdef0123456789abcdef\n");
        HttpSettings open = read("alerts: {http: {host: 0.0.0.0}}").alerts().http();
        HttpSettings shut = read("alerts: {http: {host: 0.0.0.0, tokenFile: token}}")
                .alerts()
                .http();

        assertThatThrownBy(() -> open.service(folder::resolve))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(
                        "alerts.http.tokenFile: is missing, and tokensFile too: whoever reaches 0.0.0.0 could read");
        assertThat(shut.service(folder::resolve).tokens().now().caller("0123456789abcdef0123456789abcdef"))
                .isNotNull();
        Files.writeString(secret, "guess me");
        assertThatThrownBy(() -> shut.service(folder::resolve))
                .isInstanceOf(ConfigException.class)
                .hasMessage("alerts.http.tokenFile: " + secret
                        + ": must hold one line of 32 to 1000 characters, such as 'openssl rand -hex 32' writes");
    }

    @Test
    void shouldTakeAHubWithTheAddressOfTheFeedsAlone() throws IOException {
        HttpSettings half =
                read("alerts: {http: {hub: 'https://hub.example/'}}").alerts().http();
        HttpSettings file = read("alerts: {http: {hub: 'https://hub.example/', publicUrl: 'file:///feeds'}}")
                .alerts()
                .http();

        assertThatThrownBy(() -> half.service(Path::of))
                .isInstanceOf(ConfigException.class)
                .hasMessage("alerts.http.hub, publicUrl: one is of no use without the other");
        assertThatThrownBy(() -> file.service(Path::of))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("alerts.http.publicUrl: 'file:///feeds' is not a web address");
    }

    @Test
    void shouldReadAFileOfTokens(@TempDir Path folder) throws IOException {
        String line = "night-desk  " + "0".repeat(64) + "  alerts:write  asia";
        Path tokens = Files.writeString(folder.resolve("tokens"), line + "\n");
        HttpSettings several = read("alerts: {http: {host: 0.0.0.0, tokensFile: tokens}}")
                .alerts()
                .http();

        assertThat(several.service(folder::resolve).tokens().now()).hasToString("Tokens[night-desk]");
        Files.writeString(tokens, line.replace("alerts", "alert"));
        assertThatThrownBy(() -> several.service(folder::resolve))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(
                        "alerts.http.tokensFile: tokens: line 1: 'alert:write' is not one of rules:read");
        Files.delete(tokens);
        assertThatThrownBy(() -> several.service(folder::resolve))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("alerts.http.tokensFile: " + tokens + ": ");
    }

    @Test
    void shouldNameAnUnknownKeyWithItsLineAndTheOneThatMayBeMeant() {
        assertThatThrownBy(() -> read("data: here\nops:\n  hots: 0.0.0.0\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ":3: ops.hots: is not known (known here: host, port); did you mean 'host'?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'ops: {port: many}'                 | 1: ops.port: 'many' is not a whole number
                    'broker: {port: 70000}'             | 1: broker.port: 70000 is not between 0 and 65535
                    'outbound: {contact: me}'           | 1: outbound.contact: 'me' is neither a mail address such as
                    'ingest: {interval: soon}'          | 1: ingest.interval: 'soon' is not a duration such as
                    'ingest: {webSub: {callback: "push"}}' | 1: ingest.webSub.callback: 'push' is not a web address without query
                    'ops: 8080'                         | 1: ops: must be a group of settings
                    'colour: red'                       | 1: colour: is not known (known here: alerts, broker, data, ingest,
                    'data: a\ndata: b'                  | Duplicate field 'data'
                    'ops: {port: 1'                     | expected ',' or '}'
                    """)
    void shouldSayWhatIsWrongAndWhere(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops@desk.example",
                "mailto:ops@desk.example",
                "https://desk.example/bot?x=1",
                "http://desk.example"
            })
    void shouldSayInTheUserAgentWhomToAsk(String contact) throws IOException {
        OutboundSettings settings =
                read("outbound: {contact: '" + contact + "'}").outbound();

        assertThat(settings.politeClient().userAgent()).isEqualTo("Dyadwire/0.1 (+" + contact + ")");
    }

    @Test
    void shouldNotAskStrangersWithoutSayingWhoAsks() {
        OutboundSettings settings = DyadwireConfig.DEFAULTS.outbound();

        assertThat(settings.client().userAgent()).isEqualTo("Dyadwire/0.1");
        assertThatThrownBy(settings::politeClient)
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("outbound.contact: is not set.")
                .hasMessageContaining("config/dyadwire.yaml")
                .hasMessageContaining("DYADWIRE_OUTBOUND_CONTACT");
    }

    @Test
    void shouldLetTheEnvironmentWin() throws IOException {
        Files.writeString(file, "ops: {port: 9000}\nkafka: {properties: {client.id: file, client.rack: r1}}\n");

        DyadwireConfig config = ConfigFile.read(
                file,
                Map.of(
                        "DYADWIRE_OPS_HOST", "0.0.0.0",
                        "DYADWIRE_JAVA_OPTS", "-Xmx1g",
                        "DYADWIRE_INGEST_WEBSUB_CALLBACK", "https://push.example/",
                        "DYADWIRE_INGEST_WEBSUB_SECRETFILE", "s",
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                        "KAFKA_CLIENT_ID", "environment"));

        assertThat(config.ops()).isEqualTo(new OpsConfig("0.0.0.0", 9000));
        assertThat(config.ingest().webSub())
                .isEqualTo(new WebSubSettings(URI.create("https://push.example/"), "s", "127.0.0.1", 8081));
        assertThat(config.kafka())
                .isEqualTo(new KafkaConfig("kafka:9092", Map.of("client.id", "environment", "client.rack", "r1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DYADWIRE_OPS_PORT   | many | DYADWIRE_OPS_PORT: ops.port: 'many' is not a whole number
                    DYADWIRE_OPS_PROT   | 1    | DYADWIRE_OPS_PROT: sets nothing; known at 'PROT': HOST, PORT
                    DYADWIRE_OPS        | 1    | DYADWIRE_OPS: 'ops' is a group of settings: name one of them
                    DYADWIRE_DATA_DIR   | x    | DYADWIRE_DATA_DIR: 'data' has no settings below it
                    """)
    void shouldSayWhichVariableIsWrong(String variable, String value, String message) {
        assertThatThrownBy(() -> ConfigFile.read(null, Map.of(variable, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void shouldReadTheSecretForHubsFromAFileOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("secret"), "0123456789abcdef0123456789abcdef\n");
        Files.writeString(folder.resolve("short"), "0123456789abcdef\n");

        WebSubConfig config = webSub("secret").service(folder::resolve);

        assertThat(config.secret()).isEqualTo("0123456789abcdef0123456789abcdef");
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8081);
        assertThat(config.toString()).doesNotContain("0123456789abcdef");
        assertThatThrownBy(() -> webSub("short").service(folder::resolve))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("ingest.webSub.secretFile: " + folder.resolve("short") + ": must hold one line")
                .hasMessageNotContaining("0123456789abcdef");
        assertThatThrownBy(() -> webSub("").service(folder::resolve))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("ingest.webSub.secretFile: is missing");
        assertThatThrownBy(() -> webSub("nowhere").service(folder::resolve))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("ingest.webSub.secretFile: " + folder.resolve("nowhere") + ": ");
    }

    private WebSubSettings webSub(String secretFile) throws IOException {
        return read("ingest: {webSub: {callback: 'https://push.desk.example/', secretFile: " + secretFile + "}}")
                .ingest()
                .webSub();
    }

    private DyadwireConfig read(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return ConfigFile.read(file, Map.of());
    }
}

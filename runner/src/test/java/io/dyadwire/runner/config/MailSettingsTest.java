package io.dyadwire.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.alerts.channel.mail.MailServer;
import io.dyadwire.alerts.channel.mail.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeAPassword() throws IOException {
        Files.writeString(folder.resolve("password"), "s3cret with blanks\n");
        Files.writeString(folder.resolve("empty"), "\n");
    }

    @Test
    void shouldReadEverySetting() throws IOException {
        MailServer server = read("""
                {host: mail.desk.example, port: 2525, security: tls, user: dyadwire, passwordFile: password,
                from: Dyadwire <alerts@desk.example>, replyTo: news@desk.example}""");

        assertThat(server)
                .isEqualTo(new MailServer(
                        "mail.desk.example",
                        2525,
                        Security.TLS,
                        "dyadwire",
                        "s3cret with blanks",
                        "Dyadwire <alerts@desk.example>",
                        "news@desk.example"));
        assertThat(server.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"starttls, 587", "tls, 465", "none, 25"})
    void shouldKnowTheUsualPorts(String security, int port) throws IOException {
        MailServer server = read("{host: mail.desk.example, security: " + security + ", from: alerts@desk.example}");

        assertThat(server.port()).isEqualTo(port);
        assertThat(server.security().word()).isEqualTo(security);
    }

    @Test
    void shouldEncryptUnlessToldOtherwise() throws IOException {
        assertThat(read("{host: mail.desk.example, from: alerts@desk.example}").security())
                .isEqualTo(Security.STARTTLS);
    }

    @Test
    void shouldBeSetByTheEnvironment() {
        DyadwireConfig config = ConfigFile.read(
                null,
                Map.of(
                        "DYADWIRE_ALERTS_MAIL_FROM", "alerts@desk.example",
                        "DYADWIRE_ALERTS_MAIL_HOST", "mail.desk.example",
                        "DYADWIRE_ALERTS_MAIL_PASSWORDFILE", "password",
                        "DYADWIRE_ALERTS_MAIL_USER", "dyadwire"));

        assertThat(config.alerts().mailServer(folder::resolve))
                .isEqualTo(new MailServer(
                        "mail.desk.example",
                        587,
                        Security.STARTTLS,
                        "dyadwire",
                        "s3cret with blanks",
                        "alerts@desk.example",
                        null));
    }

    @Test
    void shouldNeedNoServerWhereNobodyIsWrittenTo() {
        assertThat(DyadwireConfig.DEFAULTS.alerts().mailServer(folder::resolve)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    from: a@desk.example                                     | host: is missing
                    host: m.example                                          | from: is missing; it is the address that mail
                    host: m.example, from: desk                              | from: 'desk' is not a mail address, such as
                    host: m.example, from: 'a@x.example, b@x.example'        | from: 'a@x.example, b@x.example' is not a mail
                    host: m.example, from: "a@x.example\\r\\nBcc: b@x.example" | from: 'a@x.example  Bcc: b@x.example' is not
                    host: m.example, from: a@x.example, replyTo: b           | replyTo: 'b' is not a mail address
                    host: 'm example', from: a@x.example                     | host: 'm example' is not the name of a host
                    host: 'http://m', from: a@x.example                      | host: 'http://m' is not the name of a host
                    host: m.example, from: a@x.example, port: 0              | port: 0 is not between 1 and 65535
                    host: m.example, from: a@x.example, security: ssl        | security: 'ssl' is not one of starttls, tls, none
                    host: m.example, from: a@x.example, user: u              | user, passwordFile: one is of no use without
                    host: m.example, from: a@x.example, passwordFile: password | user, passwordFile: one is of no use without
                    host: m.example, from: a@x.example, user: u, passwordFile: nowhere | passwordFile: {folder}/nowhere: there is no such file
                    host: m.example, from: a@x.example, user: u, passwordFile: empty | passwordFile: {folder}/empty: must hold one line
                    host: m.example, from: a@x.example, user: u, passwordFile: password, security: none | security: none would send the password readable to m.example
                    host: 127.m.example, from: a@x.example, user: u, passwordFile: password, security: none | security: none would send the password readable to 127.m.example
                    """)
    void shouldSayWhatIsWrong(String settings, String message) {
        assertThatThrownBy(() -> read("{" + settings + "}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("alerts.mail." + message.replace("{folder}", folder.toString()));
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "::1"})
    void shouldTellThePasswordToThisMachineUnencrypted(String host) throws IOException {
        assertThat(read("{host: '" + host + "', security: none, user: u, passwordFile: password, from: a@x.example}")
                        .user())
                .isEqualTo("u");
    }

    private MailServer read(String mail) throws IOException {
        Path file = Files.writeString(folder.resolve("dyadwire.yaml"), "alerts:\n  mail: " + mail.replace("\n", " "));
        return ConfigFile.read(file, Map.of()).alerts().mailServer(folder::resolve);
    }
}

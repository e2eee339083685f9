package io.dyadwire.alerts.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail server that others have written takes our mail and reads it as we meant it. */
@Timeout(60)
class GreenMailTest {
    private static final String KEYS = "greenmail.tls.keystore.file";
    private static final String ONE = "one@desk.example";
    private static final String TWO = "two@desk.example";

    @TempDir
    static Path folder;

    private static Certificate certificate;

    private final OutboundClient client =
            new OutboundClient(OutboundConfig.defaults("Dyadwire/test (+https://dyadwire.example)")
                    .withAllow(AllowList.of("127.0.0.0/8")));

    /** Once, since the server keeps the first that it finds for as long as the process lives. */
    @BeforeAll
    static void makeACertificate() throws Exception {
        certificate = Certificate.of("localhost", folder);
        System.setProperty(KEYS, certificate.file().toString());
    }

    @AfterAll
    static void forgetIt() {
        System.clearProperty(KEYS);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "NONE"})
    void shouldArriveWholeAtAllWhoAreToHaveIt(Security security) throws Exception {
        GreenMail server = started(security);
        MailSender sender = sender(server, security, "s3cret", ONE, TWO);
        Told told = Mails.told("a1", "日本と韓国: “Tokyo & Seoul” – a 2nd round?");

        Attempt first = sender.send(told);
        Attempt again = sender.send(told);

        assertThat(first).isInstanceOf(Attempt.Delivered.class);
        assertThat(again).isInstanceOf(Attempt.Delivered.class);
        MimeMessage[] all = server.getReceivedMessages();
        assertThat(all).hasSize(4).allSatisfy(mail -> {
            assertThat(mail.getMessageID()).isEqualTo("<a1@desk.example>");
            assertThat(mail.getSubject()).isEqualTo("News: 日本と韓国: “Tokyo & Seoul” – a 2nd round?");
            assertThat(mail.getHeader("References")).containsExactly("<story-blows@desk.example>");
            assertThat(mail.getSentDate()).isEqualTo(Mails.AT);
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
            assertThat(parts.getBodyPart(0).getContent().toString()).startsWith("日本と韓国: “Tokyo & Seoul” – a 2nd");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
            assertThat(parts.getBodyPart(1).getContent().toString()).contains("日本と韓国: “Tokyo &amp; Seoul” – a 2nd");
        });
        assertThat(inbox(server, ONE)).isEqualTo(2);
        assertThat(inbox(server, TWO)).isEqualTo(2);
        server.stop();
    }

    @Test
    void shouldBeMendedByWhoeverSetThePassword() throws Exception {
        GreenMail server = started(Security.TLS);

        Attempt attempt = sender(server, Security.TLS, "wrong", ONE).send(Mails.told("a1", Mails.TITLE));

        assertThat(attempt).isInstanceOfSatisfying(Attempt.Failed.class, failed -> assertThat(failed.error())
                .startsWith("login refused: 535"));
        assertThat(server.getReceivedMessages()).isEmpty();
        server.stop();
    }

    private static int inbox(GreenMail server, String address) throws Exception {
        return server.getManagers()
                .getImapHostManager()
                .getInbox(server.getUserManager().getUserByEmail(address))
                .getMessageCount();
    }

    private static GreenMail started(Security security) {
        GreenMail server = new GreenMail(new ServerSetup(
                0, "127.0.0.1", security == Security.TLS ? ServerSetup.PROTOCOL_SMTPS : ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser(ONE, "dyadwire", "s3cret");
        server.getUserManager().setAuthRequired(true);
        return server;
    }

    private MailSender sender(GreenMail server, Security security, String password, String... recipients) {
        int port = security == Security.TLS
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        MailServer settings = new MailServer(
                "localhost", port, security, "dyadwire", password, "Dyadwire <alerts@desk.example>", null);
        return new MailSender(
                client,
                settings,
                new Letter(settings, Mails.DESK, ZoneOffset.UTC, Mails.channel(null, recipients)),
                certificate.context().getSocketFactory(),
                Duration.ofSeconds(20));
    }
}

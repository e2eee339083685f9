package io.dyadwire.alerts.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say, and what it means. */
@Timeout(30)
class MailSenderTest {
    private static final String ONE = "one@desk.example";
    private static final String TWO = "two@desk.example";
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Certificate certificate;

    private final ScriptedServer server = new ScriptedServer(certificate.context());
    private final OutboundClient client =
            new OutboundClient(OutboundConfig.defaults("Dyadwire/test (+https://dyadwire.example)")
                    .withAllow(AllowList.of("127.0.0.0/8")));

    @BeforeAll
    static void makeACertificate() throws Exception {
        certificate = Certificate.of("localhost", folder);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        client.close();
    }

    @Test
    void shouldLogOnAndSendOverAConnectionThatIsEncrypted() {
        Attempt attempt = send(sender(Security.STARTTLS, LONG, ONE, TWO));

        assertThat(attempt).isEqualTo(new Attempt.Delivered("250 taken"));
        await().until(() -> server.commands().contains("QUIT"));
        assertThat(server.commands())
                .containsExactly(
                        "EHLO [127.0.0.1]",
                        "STARTTLS",
                        "EHLO [127.0.0.1]",
                        "AUTH dyadwire dyadwire s3cret",
                        "MAIL FROM:<alerts@desk.example>",
                        "RCPT TO:<one@desk.example>",
                        "RCPT TO:<two@desk.example>",
                        "DATA",
                        "QUIT");
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void shouldSendTheSameAgain() {
        MailSender sender = sender(Security.STARTTLS, LONG, ONE);

        send(sender);
        send(sender);

        assertThat(server.messages()).hasSize(2).allSatisfy(lines -> assertThat(lines)
                .contains("Message-ID: <a1@desk.example>", "Date: Wed, 14 Aug 2019 03:00:00 +0000 (UTC)"));
    }

    @Test
    void shouldNotSendWhereNothingIsEncryptedThoughItMustBe() {
        server.answer("EHLO", "250-scripted\r\n250 AUTH PLAIN");

        Attempt attempt = send(sender(Security.STARTTLS, LONG, ONE));

        assertThat(attempt)
                .isEqualTo(new Attempt.Failed("STARTTLS is required but host does not support STARTTLS", null));
        assertThat(server.commands()).containsExactly("EHLO [127.0.0.1]");
    }

    @Test
    void shouldNotTrustAStranger() throws Exception {
        Certificate other = Certificate.of("other.example", folder);
        ScriptedServer stranger = new ScriptedServer(other.context());
        MailSender unknown = sender(stranger, certificate, Security.STARTTLS, LONG, ONE);
        MailSender misnamed = sender(stranger, other, Security.STARTTLS, LONG, ONE);

        assertThat(send(unknown)).isInstanceOf(Attempt.Failed.class);
        assertThat(error(send(unknown))).startsWith("no secure connection: ").contains("PKIX path");
        assertThat(error(send(misnamed))).startsWith("no secure connection: ").contains("localhost");
        assertThat(stranger.commands())
                .doesNotContain("AUTH dyadwire dyadwire s3cret")
                .noneMatch(line -> line.contains("MAIL"));
        stranger.close();
    }

    @Test
    void shouldSayWhenThereIsNoTlsAtAll() {
        assertThat(error(send(sender(Security.TLS, LONG, ONE)))).startsWith("no secure connection: ");
    }

    @Test
    void shouldNotSendWithoutTheLoginThatWasMeant() {
        server.answer("EHLO", "250-scripted\r\n250 STARTTLS");

        assertThat(send(sender(Security.STARTTLS, LONG, ONE)))
                .isEqualTo(new Attempt.Failed("the server offers no login, though there is a user for it", null));
        assertThat(server.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GREETING | 421 too busy                    | 421
                    EHLO     | 421 going down                  | STARTTLS is required
                    STARTTLS | 454 no TLS now                  | 454
                    AUTH     | 535 5.7.8 wrong password        | login refused: 535 5.7.8 wrong password
                    AUTH     | 454 4.7.0 ask later             | 454
                    MAIL     | 451 4.7.1 greylisted            | sender refused: 451 4.7.1 greylisted
                    MAIL     | 550 5.7.1 not your address      | sender refused: 550 5.7.1 not your address
                    MAIL     | 530 5.7.0 log on first          | sender refused: 530 5.7.0 log on first
                    RCPT     | 450 4.2.0 greylisted, try later | no recipient taken: one@desk.example (450 4.2.0 greylisted, try later)
                    RCPT     | 451 4.7.1 greylisted            | no recipient taken: one@desk.example (451
                    RCPT     | 421 enough                      | no recipient taken: one@desk.example (421 enough)
                    RCPT     | 452 4.2.2 mailbox is full       | no recipient taken: one@desk.example (452
                    DATA     | 451 4.3.0 not now               | message refused: 451 4.3.0 not now
                    .        | 451 4.3.0 the disk is full      | message refused: 451 4.3.0 the disk is full
                    .        | 421 shutting down               | message refused: 421 shutting down
                    """)
    void shouldTryLaterWhatIsRefusedForNowOrForWhoWeAre(String command, String answer, String error) {
        server.answer(command, answer);

        Attempt attempt = send(sender(Security.STARTTLS, LONG, ONE));

        assertThat(attempt).isInstanceOf(Attempt.Failed.class);
        assertThat(error(attempt)).contains(error);
    }

    @Test
    void shouldTellWhatIsRefusedForGoodThoughTheServerLeavesThen() {
        server.answer(".", "554 5.7.1 looks like spam").answer("RSET", ScriptedServer.HANG);

        assertThat(send(sender(Security.STARTTLS, LONG, ONE)))
                .isEqualTo(new Attempt.Refused("message refused: 554 5.7.1 looks like spam"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RCPT | 550 5.1.1 nobody of that name  | no recipient taken: one@desk.example (550 5.1.1 nobody of that name)
                    RCPT | 552 5.2.2 mailbox is full      | no recipient taken: one@desk.example (552 5.2.2 mailbox is full)
                    DATA | 554 5.5.1 no valid recipients  | message refused: 554 5.5.1 no valid recipients
                    .    | 554 5.7.1 looks like spam      | message refused: 554 5.7.1 looks like spam
                    .    | 552 5.3.4 too large            | message refused: 552 5.3.4 too large
                    """)
    void shouldTellWhatAServerRefusesForGood(String command, String answer, String error) {
        server.answer(command, answer);

        assertThat(send(sender(Security.STARTTLS, LONG, ONE))).isEqualTo(new Attempt.Refused(error));
    }

    @Test
    void shouldSendToTheOthersWhenOneIsRefused() {
        server.answer("RCPT TO:<one@", "550 5.1.1 nobody of that name");

        assertThat(send(sender(Security.STARTTLS, LONG, ONE, TWO)))
                .isEqualTo(new Attempt.Delivered("250 taken; not to one@desk.example (550 5.1.1 nobody of that name)"));
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void shouldTryLaterWhenOneOfThoseRefusedMayBeTakenThen() {
        server.answer("RCPT TO:<one@", "550 5.1.1 nobody of that name");
        server.answer("RCPT TO:<two@", "450 4.2.0 greylisted");

        assertThat(send(sender(Security.STARTTLS, LONG, ONE, TWO)))
                .isEqualTo(new Attempt.Failed(
                        "no recipient taken: one@desk.example (550 5.1.1 nobody of that name),"
                                + " two@desk.example (450 4.2.0 greylisted)",
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "LINE", "."})
    void shouldTryLaterWhenTheConnectionDrops(String when) {
        server.answer(when, ScriptedServer.DROP);

        Attempt attempt = send(sender(Security.STARTTLS, LONG, ONE));

        assertThat(attempt).isInstanceOf(Attempt.Failed.class);
        assertThat(error(attempt)).isNotBlank();
    }

    @Test
    void shouldSayThatTheConnectionBrokeInTheMessage() {
        server.answer(".", ScriptedServer.DROP);

        assertThat(send(sender(Security.STARTTLS, LONG, ONE)))
                .isEqualTo(new Attempt.Failed("the connection broke before the server had taken the message", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "STARTTLS", "AUTH", "RCPT", "."})
    void shouldWaitForASlowServerNoLongerThanTheDeadline(String when) {
        server.answer(when, ScriptedServer.HANG);

        assertThat(send(sender(Security.STARTTLS, Duration.ofMillis(500), ONE)))
                .isEqualTo(new Attempt.Failed("timed out: not done within 0.5 s", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.DROP, ScriptedServer.HANG, "500 what?"})
    void shouldNotMindHowAServerTakesLeave(String answer) {
        server.answer("QUIT", answer);

        assertThat(send(sender(Security.STARTTLS, LONG, ONE))).isEqualTo(new Attempt.Delivered("250 taken"));
    }

    @Test
    void shouldNotDialWhatIsNotAllowed() {
        try (OutboundClient closed = new OutboundClient(OutboundConfig.defaults("Dyadwire/test"))) {
            Attempt attempt = send(sender(closed, server, certificate, Security.STARTTLS, LONG, ONE));

            assertThat(error(attempt)).startsWith("refused: its address 127.0.0.1 is in 127.0.0.0/8");
            assertThat(server.commands()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: x@y.example",
                "Hi\r\n.\r\nMAIL FROM:<x@y.example>\r\nRCPT TO:<x@y.example>\r\nDATA\r\n",
                "\r\n\r\n.\r\n",
                "Hi\n.\nQUIT",
                "Hi\r.\rQUIT",
                "=?utf-8?Q?Hi=0D=0ABcc:_x=40y.example?=",
                "Hi\u0000\u001b[31m",
                "\u202eHi\u2066",
                "."
            })
    void shouldSendOneMessageToWhomItIsForWhateverTheTitle(String title) {
        Attempt attempt = sender(Security.STARTTLS, LONG, ONE).send(Mails.told("a1", title));

        assertThat(attempt).isEqualTo(new Attempt.Delivered("250 taken"));
        assertThat(server.commands().stream().filter(line -> line.startsWith("RCPT")))
                .containsExactly("RCPT TO:<one@desk.example>");
        await().until(() -> server.commands().contains("QUIT"));
        assertThat(server.commands()).endsWith("DATA", "QUIT");
        assertThat(server.messages()).hasSize(1);
        List<String> head = server.messages()
                .getFirst()
                .subList(0, server.messages().getFirst().indexOf(""));
        assertThat(head).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("."));
        assertThat(head).filteredOn(line -> line.startsWith("Subject:")).hasSize(1);
    }

    @Test
    void shouldSendALongTitleInLinesThatServersTake() {
        sender(Security.STARTTLS, LONG, ONE).send(Mails.told("a1", "x".repeat(10_000)));

        assertThat(server.messages().getFirst()).allMatch(line -> line.length() <= 998);
    }

    private static Attempt send(MailSender sender) {
        return sender.send(Mails.told("a1", Mails.TITLE));
    }

    private static String error(Attempt attempt) {
        return ((Attempt.Failed) attempt).error();
    }

    private MailSender sender(Security security, Duration deadline, String... to) {
        return sender(server, certificate, security, deadline, to);
    }

    private MailSender sender(
            ScriptedServer to, Certificate trusted, Security security, Duration deadline, String... recipients) {
        return sender(client, to, trusted, security, deadline, recipients);
    }

    private static MailSender sender(
            OutboundClient client,
            ScriptedServer to,
            Certificate trusted,
            Security security,
            Duration deadline,
            String... recipients) {
        MailServer settings =
                new MailServer("localhost", to.port(), security, "dyadwire", "s3cret", "alerts@desk.example", null);
        Letter letter = new Letter(settings, Mails.DESK, ZoneOffset.UTC, Mails.channel(null, recipients));
        return new MailSender(client, settings, letter, trusted.context().getSocketFactory(), deadline);
    }
}

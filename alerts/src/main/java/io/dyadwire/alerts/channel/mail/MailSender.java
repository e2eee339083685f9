package io.dyadwire.alerts.channel.mail;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.channel.Sender;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each message to the mail server in one transaction with all recipients. Whoever the server does not take is left out and
 * named; the others have it then, and do not get it again.
 */
public final class MailSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final OutboundClient client;
    private final MailServer server;
    private final Letter letter;
    private final SSLSocketFactory tls;
    private final Duration deadline;

    /**
     * For one channel of a desk.
     *
     * @param zone of the times that are told
     * @throws IllegalArgumentException when an address or the desk's template is none, or the server's address is not allowed
     */
    public MailSender(OutboundClient client, MailServer server, DeskId desk, ZoneId zone, ChannelConfig channel) {
        this(
                client,
                server,
                new Letter(server, desk, zone, channel),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                DEADLINE);
        try {
            client.checkMail(server.uri());
        } catch (OutboundException e) {
            throw new IllegalArgumentException("alerts.mail.host: " + words(e), e);
        }
    }

    /**
     * The same with another trust.
     *
     * @param deadline for all of one message, from the look-up of the name to the server's last word
     */
    MailSender(OutboundClient client, MailServer server, Letter letter, SSLSocketFactory tls, Duration deadline) {
        this.client = client;
        this.server = server;
        this.letter = letter;
        this.tls = tls;
        this.deadline = deadline;
    }

    @Override
    public Attempt send(Told told) {
        MimeMessage message = letter.of(told);
        try {
            return client.talk(server.uri(), deadline, socket -> hand(message, socket));
        } catch (OutboundException e) {
            return new Attempt.Failed(words(e), null);
        }
    }

    private static String words(OutboundException e) {
        boolean refused = e.kind() == OutboundException.Kind.REFUSED;
        return e.kind().words() + ": " + e.reason() + (refused ? "; outbound.allow opens what is yours" : "");
    }

    private Attempt hand(MimeMessage message, Socket socket) {
        try {
            Login login = new Login(session(socket), server);
            login.connect(secured(socket));
            if (server.user() != null && !login.supportsExtension("AUTH")) {
                return new Attempt.Failed("the server offers no login, though there is a user for it", null);
            }
            Attempt attempt = hand(message, login);
            login.leave();
            return attempt;
        } catch (MessagingException e) {
            return SmtpAnswer.of(e);
        } catch (IOException e) {
            return SmtpAnswer.of(new MessagingException("the connection broke", e));
        }
    }

    private Attempt hand(MimeMessage message, SMTPTransport login) {
        try {
            login.sendMessage(message, letter.to().toArray(new InternetAddress[0]));
            return SmtpAnswer.delivered(login.getLastServerResponse());
        } catch (MessagingException e) {
            Attempt attempt = SmtpAnswer.of(e);
            if (attempt instanceof Attempt.Delivered(String answer)) {
                LOG.atWarn()
                        .addKeyValue("channel", letter.name())
                        .addKeyValue("answer", answer)
                        .log("some recipients of a mail were not taken; the others have it");
            }
            return attempt;
        }
    }

    private Socket secured(Socket socket) throws IOException {
        if (server.security() != Security.TLS) {
            return socket;
        }
        SSLSocket secure = (SSLSocket) tls.createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private Session session(Socket socket) {
        boolean startTls = server.security() == Security.STARTTLS;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", literal(socket.getLocalAddress()));
        properties.setProperty("mail.smtp.from", server.sender().getAddress());
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.setProperty("mail.smtp.sendpartial", "true");
        return Session.getInstance(properties);
    }

    /** How a client without a name of its own says who it is (RFC 5321 §4.1.3); a look-up could hang. */
    private static String literal(InetAddress address) {
        return address instanceof Inet6Address six
                ? "[IPv6:" + six.getHostAddress().replaceAll("%.*", "") + "]"
                : "[" + address.getHostAddress() + "]";
    }

    /** Logs on as the settings say, whatever the system's user is called. */
    private static final class Login extends SMTPTransport {
        private final MailServer server;

        Login(Session session, MailServer server) {
            // Without a host: the library would look it up by itself.
            super(session, new URLName("smtp", null, -1, null, null, null));
            this.server = server;
        }

        @Override
        protected boolean protocolConnect(String host, int port, String user, String password)
                throws MessagingException {
            return super.protocolConnect(host, port, server.user(), server.password());
        }

        /** Nothing is sent after a refusal; whether the server would listen must not hide what it said. */
        @Override
        public synchronized void issueCommand(String command, int expected) throws MessagingException {
            if (!command.equals("RSET")) {
                super.issueCommand(command, expected);
            }
        }

        /** Says so and waits for nothing: what the server has said to the message is what counts. */
        synchronized void leave() {
            try {
                sendCommand("QUIT");
            } catch (MessagingException e) {
                LOG.atDebug().setCause(e).log("the mail server had left already");
            }
        }
    }
}

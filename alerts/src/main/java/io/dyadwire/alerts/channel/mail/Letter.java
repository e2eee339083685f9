package io.dyadwire.alerts.channel.mail;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.channel.Markup;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.Wording;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Severity;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message as mail: text and HTML of the same, or the text alone that a desk's own template gives. Text of others stands in the
 * subject and in the parts, and in no other header. All that is the same on every attempt, Message-ID and date too.
 */
final class Letter {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 100_000;
    private static final String UTF_8 = "utf-8";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** A dot-atom of RFC 5322, as far as our ids are made of. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final int LONGEST_ID = 64;

    private final MailServer server;
    private final DeskId desk;
    private final String channel;
    private final List<InternetAddress> to;
    private final Wording subject;
    private final Wording text;
    private final @Nullable Wording html;

    /**
     * Letters of this channel.
     *
     * @param zone of the times they tell
     * @throws IllegalArgumentException when an address or the desk's template is none
     */
    Letter(MailServer server, DeskId desk, ZoneId zone, ChannelConfig channel) {
        this.server = server;
        this.desk = desk;
        this.channel = channel.name();
        this.to = channel.to().stream().map(MailAddress::of).toList();
        this.subject = Wording.of("mail-subject", null, Markup.PLAIN, zone);
        this.text = Wording.of("mail-text", channel.template(), Markup.PLAIN, zone);
        this.html = channel.template() == null ? Wording.of("mail-html", null, Markup.HTML, zone) : null;
    }

    /** Desk and channel, for people. */
    String name() {
        return desk + "/" + channel;
    }

    List<InternetAddress> to() {
        return to;
    }

    MimeMessage of(Told told) {
        try {
            return written(told);
        } catch (MessagingException e) {
            throw new IllegalStateException("mail of " + told.id() + " cannot be put together", e);
        }
    }

    private MimeMessage written(Told told) throws MessagingException {
        MimeMessage message = new Identified(messageId(told));
        message.setFrom(server.sender());
        if (server.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {server.answers()});
        }
        message.setRecipients(Message.RecipientType.TO, to.toArray(new InternetAddress[0]));
        message.setSubject(subject(told), UTF_8);
        message.setSentDate(Date.from(told.at()));
        thread(message, told);
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Id", "<" + desk + "." + domain() + ">");
        message.setHeader("List-Unsubscribe", "<" + unsubscribe() + ">");
        if (told instanceof Told.OfAlert(Alert alert, boolean test) && isCritical(alert) && !test) {
            message.setHeader("Importance", "high");
        }
        content(message, told);
        message.saveChanges();
        return message;
    }

    /** Word of a channel is known at its desk alone; what an alert's id names, no other desk has. */
    private String messageId(Told told) {
        return switch (told) {
            case Told.OfAlert alert -> id(alert.id());
            case Told.OfChannel word -> id(word.id());
        };
    }

    /** An encoded word in a title is text, and must not be read as anything else (RFC 2047). */
    private String subject(Told told) {
        String line = BLANKS.matcher(subject.of(told, LONGEST_SUBJECT)).replaceAll(" ");
        String shown = line.replace("=?", "= ?");
        return shown.substring(0, Math.min(shown.length(), LONGEST_SUBJECT));
    }

    private void content(MimeMessage message, Told told) throws MessagingException {
        if (html == null) {
            message.setText(text.of(told, LONGEST_TEXT), UTF_8);
            return;
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text.of(told, LONGEST_TEXT), UTF_8);
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html.of(told, Integer.MAX_VALUE), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
    }

    /** All mail of one story answers the same id, which nobody ever sends; a correction answers what it corrects. */
    private void thread(MimeMessage message, Told told) throws MessagingException {
        if (!(told instanceof Told.OfAlert(Alert alert, boolean test)) || test) {
            return;
        }
        List<String> references = new ArrayList<>();
        String story = story(alert);
        if (story != null) {
            references.add(id(story));
        }
        AlertNotice notice = alert.notice();
        if (notice != null && notice.earlier() != null) {
            references.add(id(notice.earlier().value()));
        }
        if (!references.isEmpty()) {
            message.setHeader("In-Reply-To", references.getLast());
            message.setHeader("References", String.join(" ", references));
        }
    }

    private static @Nullable String story(Alert alert) {
        if (alert.type() == AlertType.DIGEST || alert.type() == AlertType.STORM) {
            return null;
        }
        AlertNotice notice = alert.notice();
        if (notice != null && notice.story() != null) {
            return "story-" + notice.story();
        }
        return alert.deadlines().isEmpty()
                ? null
                : "deadline-" + alert.deadlines().getFirst().id();
    }

    private static boolean isCritical(Alert alert) {
        return alert.notice() != null && alert.notice().severity() == Severity.CRITICAL;
    }

    private String id(String name) {
        boolean fit = name.length() <= LONGEST_ID && ID.matcher(name).matches();
        return "<" + (fit ? name : Digest.of(name)) + "@" + domain() + ">";
    }

    private String unsubscribe() {
        String address = server.answers().getAddress();
        int at = address.lastIndexOf('@');
        return "mailto:" + URLEncoder.encode(address.substring(0, at), StandardCharsets.UTF_8) + address.substring(at)
                + "?subject=unsubscribe%20" + desk + "%20" + channel;
    }

    private String domain() {
        return MailAddress.domain(server.sender());
    }

    /** Keeps the id that it was given, where the library would make one up. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

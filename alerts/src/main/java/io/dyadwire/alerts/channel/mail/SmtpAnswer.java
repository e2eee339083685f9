package io.dyadwire.alerts.channel.mail;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.PlainText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a mail server's answer means. A 4xx is for later (RFC 5321 §4.2.1), as are a connection that broke, a login and a sender that
 * were refused: those are about us, and somebody mends them. A 5xx to the recipients or to the message is about this message.
 */
final class SmtpAnswer {
    private static final int MAX_SHOWN = 200;

    private SmtpAnswer() {}

    /** To a message that it took. */
    static Attempt.Delivered delivered(String answer) {
        return new Attempt.Delivered(shown(answer));
    }

    static Attempt of(MessagingException e) {
        return switch (e) {
            case AuthenticationFailedException no -> new Attempt.Failed("login refused: " + shown(no), null);
            case SMTPSendFailedException partly
            when partly.getValidSentAddresses() != null && partly.getValidSentAddresses().length > 0 ->
                new Attempt.Delivered(shown(partly) + "; not to " + words(refused(partly)));
            case SMTPSendFailedException no -> no(no);
            case SendFailedException nobody -> nobody(nobody);
            default -> new Attempt.Failed(broken(e), null);
        };
    }

    private static Attempt no(SMTPSendFailedException no) {
        boolean ofSender = no.getCommand() != null && no.getCommand().startsWith("MAIL");
        boolean forGood = isForGood(no.getReturnCode()) && !ofSender;
        if (no.getReturnCode() < 0) {
            return new Attempt.Failed("the connection broke before the server had taken the message", null);
        }
        String said = (ofSender ? "sender refused: " : "message refused: ") + shown(no);
        return forGood ? new Attempt.Refused(said) : new Attempt.Failed(said, null);
    }

    private static Attempt nobody(SendFailedException nobody) {
        List<SMTPAddressFailedException> refused = refused(nobody);
        String said = "no recipient taken: " + words(refused);
        boolean forGood = !refused.isEmpty() && refused.stream().allMatch(one -> isForGood(one.getReturnCode()));
        return forGood ? new Attempt.Refused(said) : new Attempt.Failed(said, null);
    }

    private static List<SMTPAddressFailedException> refused(MessagingException e) {
        List<SMTPAddressFailedException> refused = new ArrayList<>();
        for (Exception next = e;
                next instanceof MessagingException;
                next = ((MessagingException) next).getNextException()) {
            if (next instanceof SMTPAddressFailedException one) {
                refused.add(one);
            }
        }
        return refused;
    }

    private static String words(List<SMTPAddressFailedException> refused) {
        return refused.stream()
                .map(one -> one.getAddress().getAddress() + " (" + shown(one) + ")")
                .collect(Collectors.joining(", "));
    }

    private static boolean isForGood(int code) {
        return code >= 500 && code <= 599;
    }

    private static String broken(MessagingException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            if (cause instanceof SSLException) {
                break;
            }
            cause = cause.getCause();
        }
        boolean secure = cause instanceof SSLException;
        return (secure ? "no secure connection: " : "") + shown(cause);
    }

    private static String shown(Throwable e) {
        return shown(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private static String shown(String answer) {
        String line = PlainText.of(answer).strip();
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
    }
}

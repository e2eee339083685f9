package io.dyadwire.alerts.channel.mail;

import io.dyadwire.alerts.channel.PlainText;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Mail addresses of the configuration; none ever comes from an article. */
final class MailAddress {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private MailAddress() {}

    /**
     * One address, with a name before it or without: {@code Desk <desk@example.org>}. A domain in another script is written as
     * servers know it.
     *
     * @throws IllegalArgumentException when it is none, or more than one
     */
    static InternetAddress of(String text) {
        try {
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new AddressException("holds a control character");
            }
            InternetAddress[] all = InternetAddress.parse(text, true);
            if (all.length != 1 || all[0].isGroup()) {
                throw new AddressException("is not one address");
            }
            return checked(all[0]);
        } catch (AddressException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + PlainText.of(text) + "' is not a mail address, such as desk@example.org (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    private static InternetAddress checked(InternetAddress address) throws AddressException {
        String plain = address.getAddress();
        int at = plain.lastIndexOf('@');
        String local = plain.substring(0, Math.max(at, 0));
        String domain = IDN.toASCII(plain.substring(at + 1));
        if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
            throw new AddressException("is no name@host of plain letters, digits and signs");
        }
        try {
            InternetAddress good =
                    new InternetAddress(local + "@" + domain, address.getPersonal(), StandardCharsets.UTF_8.name());
            good.validate();
            return good;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is always there", e);
        }
    }

    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}

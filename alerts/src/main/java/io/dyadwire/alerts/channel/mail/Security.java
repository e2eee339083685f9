package io.dyadwire.alerts.channel.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the way to the mail server is kept secret. */
public enum Security {
    /** Encrypted from the second command on (RFC 3207); a server that cannot do so gets nothing. */
    STARTTLS(587),
    /** Encrypted from the first byte (RFC 8314). */
    TLS(465),
    /** Not at all. */
    NONE(25);

    private final int usualPort;

    Security(int usualPort) {
        this.usualPort = usualPort;
    }

    public int usualPort() {
        return usualPort;
    }

    /** As it stands in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@code starttls}, {@code tls} or {@code none}.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Security parse(String word) {
        List<String> words = Arrays.stream(values()).map(Security::word).toList();
        int place = words.indexOf(word);
        if (place < 0) {
            throw new IllegalArgumentException("'" + word + "' is not one of " + String.join(", ", words));
        }
        return values()[place];
    }
}

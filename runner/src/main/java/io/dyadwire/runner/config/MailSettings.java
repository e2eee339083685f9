package io.dyadwire.runner.config;

import io.dyadwire.alerts.channel.mail.MailServer;
import io.dyadwire.alerts.channel.mail.Security;
import io.dyadwire.contract.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes the mail of desks that have a mail channel.
 *
 * @param host its name, which its certificate must have
 * @param port 587 for {@code starttls}, 465 for {@code tls}, 25 for {@code none} unless said otherwise
 * @param security {@code starttls}, {@code tls} or {@code none}; {@code starttls} unless said otherwise
 * @param user to log on as; no login without one
 * @param passwordFile a file of one line, up to 1000 characters
 * @param from sender of all mail, such as {@code Dyadwire <alerts@desk.example>}
 * @param replyTo where answers go; {@code from} unless said otherwise
 */
public record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String security,
        @Nullable String user,
        @Nullable String passwordFile,
        @Nullable String from,
        @Nullable String replyTo) {
    private static final int MAX_PASSWORD = 1000;

    public MailSettings {
        host = Check.textOrNull(host);
        security = Check.textOrNull(security);
        user = Check.textOrNull(user);
        passwordFile = Check.textOrNull(passwordFile);
        from = Check.textOrNull(from);
        replyTo = Check.textOrNull(replyTo);
        // What goes together is checked when it is needed: the environment sets one after the other.
    }

    /**
     * For the service.
     *
     * @param home finds a file of the project's own
     * @throws ConfigException when something is missing, does not go together, or the password cannot be read
     */
    public MailServer service(Function<String, Path> home) {
        try {
            Check.that(host != null, "host: is missing");
            Check.that(from != null, "from: is missing; it is the address that mail comes from");
            Security kept = security == null ? Security.STARTTLS : security(security);
            return new MailServer(
                    Objects.requireNonNull(host),
                    port == null ? kept.usualPort() : port,
                    kept,
                    user,
                    passwordFile == null ? null : password(home.apply(passwordFile)),
                    Objects.requireNonNull(from),
                    replyTo);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("alerts.mail." + e.getMessage(), e);
        }
    }

    private static Security security(String word) {
        try {
            return Security.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("security: " + e.getMessage(), e);
        }
    }

    private static String password(Path file) {
        try {
            String line = Files.size(file) > MAX_PASSWORD
                    ? ""
                    : Files.readString(file).strip();
            Check.that(
                    !line.isEmpty() && line.chars().noneMatch(Character::isISOControl),
                    () -> "passwordFile: " + file + ": must hold one line of up to " + MAX_PASSWORD + " characters");
            return line;
        } catch (IOException e) {
            throw new IllegalArgumentException("passwordFile: " + file + ": " + ConfigException.why(e), e);
        }
    }
}

package io.dyadwire.alerts.http;

import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is answered. With a token, whoever knows it: {@code Authorization: Bearer}, or {@code ?token=} for calendar programs
 * that know addresses only. Without one, only requests to this machine by one of its own names: a page of a stranger whose
 * name was made to lead here (DNS rebinding) is not.
 */
final class Gate {
    private static final String BEARER = "Bearer ";
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

    private final HttpConfig config;
    private final byte @Nullable [] token;

    Gate(HttpConfig config) {
        this.config = config;
        this.token = config.token() == null ? null : sha256(config.token());
    }

    /**
     * Lets it pass.
     *
     * @param tokens as the address gives them
     * @throws RefusedException when it is not to be answered
     */
    void check(@Nullable String host, @Nullable String authorization, List<String> tokens) {
        if (token == null) {
            checkHost(host);
            return;
        }
        String given = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : tokens.isEmpty() ? null : tokens.getFirst();
        if (given == null || !MessageDigest.isEqual(sha256(given), token)) {
            throw new RefusedException(
                    HttpStatus.UNAUTHORIZED,
                    (given == null ? "a token is missing" : "the token is not the one that is set")
                            + ": send 'Authorization: Bearer …', or add token=… to the address of the calendar");
        }
    }

    private void checkHost(@Nullable String host) {
        if (host == null || isOwn(host)) {
            return;
        }
        throw new RefusedException(
                HttpStatus.FORBIDDEN,
                "without a token only requests to this machine by its own name are answered: ask for 127.0.0.1, or set"
                        + " alerts.http.tokenFile to serve others");
    }

    private boolean isOwn(String host) {
        String name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals(config.host().toLowerCase(Locale.ROOT))
                || (LITERAL.matcher(name).matches() && HttpConfig.isLoopback(name));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

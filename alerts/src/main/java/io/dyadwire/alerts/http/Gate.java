package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.access.Tokens;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is answered. With tokens, whoever knows one. Without, only requests to this machine by one of its own names, and none
 * that a page of a stranger makes: neither under a name that was made to lead here (DNS rebinding) nor across sites.
 */
final class Gate {
    private static final String BEARER = "bearer ";
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9A-Fa-f:.]+]");

    private final HttpConfig config;

    Gate(HttpConfig config) {
        this.config = config;
    }

    /**
     * What a request says of where it comes from.
     *
     * @param addressToken a token that stands in the address, where such a one counts
     */
    record Papers(
            @Nullable String host,
            @Nullable String authorization,
            @Nullable String addressToken,
            @Nullable String origin,
            @Nullable String site,
            @Nullable String mode) {}

    /**
     * Whose request it is.
     *
     * @throws RefusedException when it is not to be answered
     */
    Caller check(Papers papers) {
        Tokens tokens = config.tokens().now();
        if (tokens.isEmpty()) {
            checkHost(papers.host());
            checkPage(papers);
            return Caller.LOCAL;
        }
        String authorization = papers.authorization();
        String given =
                authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                        ? authorization.substring(BEARER.length()).strip()
                        : papers.addressToken();
        Caller caller = given == null ? null : tokens.caller(given);
        if (caller == null) {
            throw new RefusedException(
                    HttpStatus.UNAUTHORIZED,
                    (given == null ? "a token is missing" : "the token is not one that is known")
                            + ": send 'Authorization: Bearer …'; to the address of a calendar or a feed token=… may be"
                            + " added instead");
        }
        return caller;
    }

    /** Whether somebody who was let in would be let in again. */
    boolean knows(Caller caller) {
        Tokens tokens = config.tokens().now();
        return tokens.isEmpty() || tokens.have(caller);
    }

    private void checkHost(@Nullable String host) {
        if (host == null || isOwn(host)) {
            return;
        }
        throw new RefusedException(
                HttpStatus.FORBIDDEN,
                "without a token only requests to this machine by its own name are answered: ask for 127.0.0.1, or set"
                        + " alerts.http.tokensFile to serve others");
    }

    /** A person who follows a link is welcome; a page that asks by itself is not. */
    private void checkPage(Papers papers) {
        boolean across = "cross-site".equals(papers.site()) && !"navigate".equals(papers.mode());
        if (across || (papers.origin() != null && !isOwnOrigin(papers.origin()))) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN,
                    "a page of another site asks: without a token only programs and pages of this machine are answered");
        }
    }

    private boolean isOwnOrigin(String origin) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && isOwn(authority);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isOwn(String host) {
        String name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals(config.host().toLowerCase(Locale.ROOT))
                || (LITERAL.matcher(name).matches() && HttpConfig.isLoopback(name));
    }
}

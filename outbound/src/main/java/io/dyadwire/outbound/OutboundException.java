package io.dyadwire.outbound;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * No answer came, or none that we take. An HTTP status, whatever it is, is an answer and no exception. The message is
 * for people: {@code http://host/feed: refused: its address 10.0.0.1 is in 10.0.0.0/8 (private)}.
 */
public final class OutboundException extends IOException {
    /** What went wrong, as a closed set, for counters and for deciding what to do next. */
    public enum Kind {
        /** We do not go there: scheme, port or address. Asking again will not help. */
        REFUSED("refused"),
        /** The name has no address. */
        UNKNOWN_HOST("unknown host"),
        /** No connection, or it broke. */
        NETWORK("no connection"),
        /** No trust or no understanding at the TLS layer. */
        TLS("no secure connection"),
        /** A limit of time was reached. */
        TIMED_OUT("timed out"),
        /** A limit of size was reached: body, header or compression ratio. */
        TOO_LARGE("too large"),
        /** Something that is not HTTP, or an encoding that was not asked for. */
        BAD_ANSWER("bad answer"),
        /** Too many hops, or in circles. */
        REDIRECTS("redirects"),
        /** We were told to stop while waiting. */
        STOPPED("stopped");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Kind kind;
    private final URI uri;
    private final String reason;

    OutboundException(Kind kind, URI uri, String reason, @Nullable Throwable cause) {
        super(HttpUri.forPeople(uri) + ": " + kind.words() + ": " + reason, cause);
        this.kind = kind;
        this.uri = uri;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    /** The hop that failed. */
    public URI uri() {
        return uri;
    }

    /** The reason alone, without the address. */
    public String reason() {
        return reason;
    }
}

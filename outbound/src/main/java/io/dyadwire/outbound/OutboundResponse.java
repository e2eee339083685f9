package io.dyadwire.outbound;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, whatever its status.
 *
 * @param headers names in lower case, values as received, in order
 * @param body decompressed; empty when there was none
 * @param uri where the answer came from, after all redirects
 * @param redirects the hops on the way, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying megabytes to be safe from ourselves is a waste
public record OutboundResponse(
        int status, Map<String, List<String>> headers, byte[] body, URI uri, List<Redirect> redirects) {

    /** One hop: the status that sent us on, from where and to where. */
    public record Redirect(int status, URI from, URI to) {
        public boolean permanent() {
            return status == 301 || status == 308;
        }
    }

    public OutboundResponse {
        headers = Map.copyOf(headers);
        redirects = List.copyOf(redirects);
    }

    /** The first value of this header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Where the leading run of permanent redirects (301, 308) ends: the address to ask next time, if it lasts. */
    public Optional<URI> movedTo() {
        URI target = null;
        for (Redirect hop : redirects) {
            if (!hop.permanent()) {
                break;
            }
            target = hop.to();
        }
        return Optional.ofNullable(target);
    }
}

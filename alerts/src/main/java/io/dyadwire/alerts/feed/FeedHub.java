package io.dyadwire.alerts.feed;

import io.dyadwire.contract.Check;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;

/**
 * The hub that tells readers at once when a feed of ours has changed (<a href="https://www.w3.org/TR/websub/">WebSub</a>).
 *
 * @param hub is told of each change
 * @param address under which the hub and the readers reach what is served here, such as {@code https://alerts.desk.example/}
 */
public record FeedHub(URI hub, URI address) {
    public FeedHub {
        Check.that(HttpUri.isWeb(hub), () -> "hub: '" + hub + "' is not a web address");
        Check.that(
                HttpUri.isWeb(address) && address.getRawQuery() == null && address.getRawFragment() == null,
                () -> "publicUrl: '" + address + "' is not a web address without query, such as"
                        + " https://alerts.desk.example/");
    }

    /** The address of what is served under this path, which begins with a slash. */
    public URI feed(String path) {
        return URI.create(address.toString().replaceFirst("/+$", "") + path);
    }

    /** What a feed says of where it is and who tells of it, as a header (RFC 8288). */
    public String links(String path) {
        return "<" + hub + ">; rel=\"hub\", <" + feed(path) + ">; rel=\"self\"";
    }
}

package io.dyadwire.alerts.channel;

import io.dyadwire.contract.Check;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way by which a desk is told.
 *
 * @param name unique at the desk
 * @param url where to post; absent when it stands in {@code urlFile}, and for a channel that posts nothing
 * @param urlFile a file of one line that holds the address, for one that is a secret by itself
 * @param secretFile for a webhook, what signs it: a file with one or two lines, {@code whsec_} and 24 to 64 bytes in
 *     base64; for ntfy and Alertmanager, a file with the bearer token
 * @param to mail addresses
 * @param file where lines are appended; {@code -} is standard output
 * @param template words of the desk's own instead of the built-in ones, Mustache
 * @param rate how much it takes; as much as there is when absent
 */
public record ChannelConfig(
        String name,
        ChannelKind kind,
        @Nullable URI url,
        @Nullable Path urlFile,
        @Nullable Path secretFile,
        List<String> to,
        @Nullable Path file,
        @Nullable Path template,
        @Nullable Rate rate) {
    public ChannelConfig {
        Check.slug("name", name);
        Check.present("kind", kind);
        to = Check.list("to", to);
        Check.that(url == null || urlFile == null, "url, urlFile: only one of them can hold the address");
        Check.that(kind.hasAddress() == (url != null || urlFile != null), "url: goes with a channel that posts");
        Check.that(kind.hasPeople() == !to.isEmpty(), "to: goes with mail");
        Check.that((kind == ChannelKind.FILE) == (file != null), "file: goes with a file");
        Check.that(kind != ChannelKind.WEBHOOK || secretFile != null, "secretFile: is missing");
        if (url != null) {
            checkAddress(url);
        }
    }

    /** A webhook that is signed. */
    public static ChannelConfig webhook(String name, URI url, Path secretFile) {
        return new ChannelConfig(name, ChannelKind.WEBHOOK, url, null, secretFile, List.of(), null, null, null);
    }

    /**
     * Whether we may post there as far as its form goes.
     *
     * @throws IllegalArgumentException when it is no http or https address, or holds a user name
     */
    public static void checkAddress(URI url) {
        Check.that(
                "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()),
                "url: '" + url + "' is not an http or https address");
        Check.that(url.getHost() != null, "url: '" + url + "' names no host");
        Check.that(url.getUserInfo() == null, "url: must not hold a user name or password");
    }

    /** Without the address, which may hold a token. */
    @Override
    public String toString() {
        return "ChannelConfig[" + name + ", " + kind.word() + "]";
    }
}

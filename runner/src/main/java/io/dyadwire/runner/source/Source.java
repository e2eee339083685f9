package io.dyadwire.runner.source;

import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person named on the command line, read whole: a file, or an http(s) address.
 */
public final class Source {
    private static final String USER_AGENT = "Dyadwire/0.1 (command line)";

    private static final int LOOKED_AT = 1024;

    /** After a mark, blanks and comments, as browsers look (WHATWG MIME Sniffing §7.1). */
    private static final Pattern HTML = Pattern.compile(
            "^\\W{0,8}(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,500}?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final byte[] bytes;
    private final URI address;
    private final @Nullable String contentType;

    private Source(byte[] bytes, URI address, @Nullable String contentType) {
        this.bytes = bytes;
        this.address = address;
        this.contentType = contentType;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Where relative links in it start from. */
    public URI address() {
        return address;
    }

    /** As the server said; absent for a file. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** True for HTML: the server says so, or it begins like it. */
    public boolean isPage() {
        if (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html")) {
            return true;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return HTML.matcher(start).find();
    }

    /** What was given without a name, such as standard input. */
    public static Source of(byte[] bytes) {
        return new Source(bytes, URI.create("stdin:-"), null);
    }

    /**
     * Reads all of it.
     *
     * @throws IOException saying in words why it cannot be read
     */
    public static Source read(String named) throws IOException {
        return isAddress(named) ? fetch(URI.create(named)) : file(Path.of(named));
    }

    private static boolean isAddress(String named) {
        return named.startsWith("http://") || named.startsWith("https://");
    }

    private static Source file(Path path) throws IOException {
        try {
            return new Source(Files.readAllBytes(path), path.toUri(), null);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        }
    }

    private static Source fetch(URI address) throws IOException {
        try (var client = new OutboundClient(OutboundConfig.defaults(USER_AGENT))) {
            OutboundResponse response = client.get(OutboundRequest.to(address));
            if (!response.successful()) {
                throw new IOException("the server answered " + response.status());
            }
            return new Source(
                    response.body(),
                    response.uri(),
                    response.header("Content-Type").orElse(null));
        } catch (OutboundException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

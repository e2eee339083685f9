package io.dyadwire.runner.tool;

import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a person named on the command line, read whole: a file, or an http(s) address.
 */
final class Source {
    private static final String USER_AGENT = "Dyadwire/0.1 (command line)";

    private final byte[] bytes;
    private final URI address;
    private final @Nullable String contentType;

    private Source(byte[] bytes, URI address, @Nullable String contentType) {
        this.bytes = bytes;
        this.address = address;
        this.contentType = contentType;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where relative links in it start from. */
    URI address() {
        return address;
    }

    /** As the server said; absent for a file. */
    @Nullable
    String contentType() {
        return contentType;
    }

    /** @throws IOException saying in words why it cannot be read */
    static Source read(String named) throws IOException {
        return isAddress(named) ? fetch(URI.create(named)) : file(Path.of(named));
    }

    static boolean isAddress(String named) {
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

package io.dyadwire.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator opens on purpose: networks ({@code 127.0.0.0/8}, {@code fd00::/8}, {@code 192.168.1.7}), which may
 * then be reached on every port, and single services by name ({@code rsshub:1200}), whatever address the name has.
 */
public final class AllowList {
    private static final AllowList NOTHING = new AllowList(List.of(), Set.of());

    private final List<Network> networks;
    private final Set<String> services;

    private AllowList(List<Network> networks, Set<String> services) {
        this.networks = List.copyOf(networks);
        this.services = Set.copyOf(services);
    }

    public static AllowList nothing() {
        return NOTHING;
    }

    public static AllowList of(String... entries) {
        return of(Arrays.asList(entries));
    }

    /** Reads the entries; an {@link IllegalArgumentException} names the one that is neither network nor service. */
    public static AllowList of(Collection<String> entries) {
        List<Network> networks = new ArrayList<>();
        Set<String> services = new HashSet<>();
        for (String entry : entries) {
            String text = entry.strip();
            if (isService(text)) {
                services.add(service(text));
            } else {
                networks.add(network(text));
            }
        }
        return new AllowList(networks, services);
    }

    /** Whether this very host, or the address that stands in its place, was opened; names are not looked up. */
    public boolean opens(URI uri) {
        String host = HttpUri.host(uri).orElse("");
        return opens(host, HttpUri.port(uri)) || (Network.isLiteral(host) && opensLiteral(host));
    }

    private boolean opensLiteral(String host) {
        try {
            return opens(Network.literal(host));
        } catch (IllegalArgumentException e) {
            return false; // it only looks like an address
        }
    }

    boolean opens(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    boolean opens(String host, int port) {
        return services.contains(key(host, port));
    }

    /** One colon, or a bracket before the last one: a host with a port. More colons: an IPv6 address. */
    private static boolean isService(String text) {
        int colon = text.lastIndexOf(':');
        return text.startsWith("[") || (colon > 0 && text.indexOf(':') == colon && text.indexOf('/') < 0);
    }

    private static String service(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port >= 1 && port <= 65535) {
                return key(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            throw notUnderstood(text, e);
        }
        throw notUnderstood(text, null);
    }

    private static String key(String host, int port) {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return name.toLowerCase(Locale.ROOT) + " " + port;
    }

    private static Network network(String text) {
        try {
            return Network.parse(text);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(text, e);
        }
    }

    private static IllegalArgumentException notUnderstood(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "'" + text + "' is neither a network such as 10.0.0.0/8 nor a host with a port such as rsshub:1200",
                cause);
    }

    @Override
    public String toString() {
        return "networks " + networks + ", services " + services;
    }
}

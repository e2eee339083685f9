package io.dyadwire.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Keeps our requests on the public internet, so that a feed or a webhook cannot make us knock at the inside of a
 * network. The URI is looked at before anything is sent, the addresses where the connection is made: the address
 * checked is the address dialled, on every hop, also when a name changes its mind between two look-ups.
 *
 * <p>Refused: other schemes than http and https, user names in the address, other ports than 80, 443, 8080 and 8443,
 * hosts that are numbers in disguise, and every name that has even one special address. The {@link AllowList} opens
 * exceptions; an IPv4 address wrapped in an IPv6 one must pass by itself too.
 */
public final class AddressGuard implements DnsResolver {
    private static final List<Integer> WEB = List.of(80, 443, 8080, 8443);
    private static final List<Integer> MAIL = List.of(25, 465, 587);

    private final AllowList allowed;
    private final HostLookup lookup;
    private final List<Integer> ports;

    public AddressGuard(AllowList allowed, HostLookup lookup) {
        this(allowed, lookup, WEB);
    }

    private AddressGuard(AllowList allowed, HostLookup lookup, List<Integer> ports) {
        this.allowed = allowed;
        this.lookup = lookup;
        this.ports = ports;
    }

    /** The same for servers that take mail: other ports, and {@link #checkPlace} alone. */
    static AddressGuard ofMail(AllowList allowed, HostLookup lookup) {
        return new AddressGuard(allowed, lookup, MAIL);
    }

    /** Refuses what can be refused without asking DNS; an address written as such is judged at once. */
    public void check(URI uri) throws OutboundException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(uri, "only http and https are fetched");
        }
        if (HttpUri.userInfo(uri).isPresent()) {
            throw refused(uri, "a user name in the address is not allowed");
        }
        checkPlace(uri);
    }

    /** Host and port alone, whatever is spoken there. */
    void checkPlace(URI uri) throws OutboundException {
        String host = HttpUri.host(uri).orElseThrow(() -> refused(uri, "there is no host name in it"));
        if (host.indexOf('%') >= 0 || DottedQuad.isOddNumber(host)) {
            throw refused(uri, "the host is a number in disguise");
        }
        int port = HttpUri.port(uri);
        if (Network.isLiteral(host)) {
            String why = refusal(host, port, List.of(literal(uri, host)));
            if (why != null) {
                throw refused(uri, why);
            }
        }
    }

    /** Whether the operator opened this on purpose, by host and port or by the network that the name leads to. */
    boolean isOurs(URI uri) {
        if (allowed.opens(uri)) {
            return true;
        }
        String host = HttpUri.host(uri).orElse("");
        try {
            return !Network.isLiteral(host) && lookup.addresses(host).stream().anyMatch(allowed::opens);
        } catch (UnknownHostException e) {
            return false; // what has no address is nobody's
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        String name = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        List<InetAddress> addresses = lookup.addresses(name);
        String why = refusal(name, port, addresses);
        if (why != null) {
            throw new RefusedAddressException(why);
        }
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** The form without a port cannot judge the port; the client never uses it. */
    @Override
    public InetAddress[] resolve(String host) {
        throw new UnsupportedOperationException("a port is needed to judge " + host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private @Nullable String refusal(String host, int port, List<InetAddress> addresses) {
        if (allowed.opens(host, port)) {
            return null;
        }
        for (InetAddress address : addresses) {
            Optional<String> why = special(address);
            if (why.isPresent()) {
                return "its address " + address.getHostAddress() + " is in " + why.get();
            }
        }
        if (!ports.contains(port) && !addresses.stream().allMatch(allowed::opens)) {
            return "port " + port + " is not one of "
                    + ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return null;
    }

    private Optional<String> special(InetAddress address) {
        Optional<String> inside = SpecialAddresses.carried(address).flatMap(this::special);
        if (inside.isPresent()) {
            return inside;
        }
        return allowed.opens(address) ? Optional.empty() : SpecialAddresses.why(address);
    }

    private static InetAddress literal(URI uri, String host) throws OutboundException {
        try {
            return Network.literal(host);
        } catch (IllegalArgumentException e) {
            throw new OutboundException(OutboundException.Kind.REFUSED, uri, e.getMessage(), e);
        }
    }

    private static OutboundException refused(URI uri, String why) {
        return new OutboundException(OutboundException.Kind.REFUSED, uri, why, null);
    }

    /** Carries the reason through the HTTP client, which lets nothing but an {@code IOException} pass. */
    static final class RefusedAddressException extends UnknownHostException {
        RefusedAddressException(String why) {
            super(why);
        }
    }
}

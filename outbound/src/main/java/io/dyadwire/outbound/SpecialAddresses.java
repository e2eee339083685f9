package io.dyadwire.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that are not the public internet: the IANA special-purpose registries (RFC 6890 and its updates) and one
 * cloud provider's metadata address. The tests in {@link InetAddress} know only a few of them.
 */
final class SpecialAddresses {
    private record Block(Network network, String what) {}

    private static final Network PUBLIC_V6 = Network.parse("2000::/3");

    private static final List<Block> BLOCKS = List.of(
            block("0.0.0.0/8", "this network"),
            block("10.0.0.0/8", "private"),
            block("100.64.0.0/10", "carrier-grade NAT"),
            block("127.0.0.0/8", "this machine"),
            block("168.63.129.16/32", "cloud metadata"),
            block("169.254.0.0/16", "link-local"),
            block("172.16.0.0/12", "private"),
            block("192.0.0.0/24", "protocol assignments"),
            block("192.0.2.0/24", "documentation"),
            block("192.88.99.0/24", "6to4 relays"),
            block("192.168.0.0/16", "private"),
            block("198.18.0.0/15", "benchmarking"),
            block("198.51.100.0/24", "documentation"),
            block("203.0.113.0/24", "documentation"),
            block("224.0.0.0/4", "multicast"),
            block("240.0.0.0/4", "reserved"),
            block("::/128", "no address"),
            block("::1/128", "this machine"),
            block("::/96", "IPv4-compatible"),
            block("64:ff9b::/96", "NAT64"),
            block("64:ff9b:1::/48", "NAT64"),
            block("100::/64", "discard"),
            block("2001::/23", "protocol assignments"),
            block("2001:db8::/32", "documentation"),
            block("2002::/16", "6to4"),
            block("3fff::/20", "documentation"),
            block("5f00::/16", "segment routing"),
            block("fc00::/7", "private"),
            block("fe80::/10", "link-local"),
            block("fec0::/10", "site-local"),
            block("ff00::/8", "multicast"));

    private static final Network COMPATIBLE = Network.parse("::/96");
    private static final Network NAT64 = Network.parse("64:ff9b::/96");
    private static final Network NAT64_LOCAL = Network.parse("64:ff9b:1::/48");
    private static final Network TEREDO = Network.parse("2001::/32");
    private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

    private SpecialAddresses() {}

    /** Why this address is not the public internet, such as {@code 10.0.0.0/8 (private)}; empty when it is. */
    static Optional<String> why(InetAddress address) {
        for (Block block : BLOCKS) {
            if (block.network.contains(address)) {
                return Optional.of(block.network + " (" + block.what + ")");
            }
        }
        if (address instanceof Inet6Address && !PUBLIC_V6.contains(address)) {
            return Optional.of("no public IPv6 range");
        }
        return Optional.empty();
    }

    /** The IPv4 address that a transition address stands for: IPv4-compatible, NAT64, 6to4 or Teredo. */
    static Optional<InetAddress> carried(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16) {
            return Optional.empty();
        }
        if (NAT64.contains(address) || NAT64_LOCAL.contains(address) || compatible(address, bytes)) {
            return Optional.of(v4(Arrays.copyOfRange(bytes, 12, 16)));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(v4(Arrays.copyOfRange(bytes, 2, 6)));
        }
        if (TEREDO.contains(address)) {
            byte[] inverted = Arrays.copyOfRange(bytes, 12, 16);
            for (int i = 0; i < inverted.length; i++) {
                inverted[i] = (byte) ~inverted[i];
            }
            return Optional.of(v4(inverted));
        }
        return Optional.empty();
    }

    /** {@code ::} and {@code ::1} carry nothing; they are themselves. */
    private static boolean compatible(InetAddress address, byte[] bytes) {
        return COMPATIBLE.contains(address) && (bytes[12] != 0 || bytes[13] != 0 || bytes[14] != 0);
    }

    private static InetAddress v4(byte[] four) {
        try {
            return InetAddress.getByAddress(four);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }

    private static Block block(String network, String what) {
        return new Block(Network.parse(network), what);
    }
}

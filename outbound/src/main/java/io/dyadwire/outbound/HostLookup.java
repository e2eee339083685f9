package io.dyadwire.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks for the addresses of a name; the system's resolver outside tests. */
@FunctionalInterface
public interface HostLookup {
    List<InetAddress> addresses(String host) throws UnknownHostException;

    static HostLookup system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}

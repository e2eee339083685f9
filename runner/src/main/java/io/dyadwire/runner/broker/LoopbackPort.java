package io.dyadwire.runner.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1. Kafka must be told its port before it starts, so a free one is looked for first. */
final class LoopbackPort {
    private LoopbackPort() {}

    /** One that nothing listens on, as the system chooses. */
    static int free() {
        return check(0);
    }

    static boolean isFree(int port) {
        try {
            check(port);
            return true;
        } catch (BrokerException e) {
            return false;
        }
    }

    /** This port, if it can be listened on; refused with a message otherwise. */
    static int check(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerException(
                    "port " + port + " on 127.0.0.1 cannot be had (" + e.getMessage()
                            + "): stop what listens there, or give another with --port",
                    e);
        }
    }
}

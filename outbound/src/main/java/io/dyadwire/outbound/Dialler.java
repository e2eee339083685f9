package io.dyadwire.outbound;

import io.dyadwire.outbound.OutboundException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens plain connections, to no address that the guard has not judged, and cuts them at a deadline. */
final class Dialler {
    private final AddressGuard guard;
    private final Duration connectTimeout;

    Dialler(AddressGuard guard, Duration connectTimeout) {
        this.guard = guard;
        this.connectTimeout = connectTimeout;
    }

    /**
     * Dials one address of the server after the other until one answers, and leads the conversation over it. On a thread of the
     * platform's: libraries wait for sockets inside their locks, where a virtual thread holds one of the few that all of them share.
     */
    <T> T talk(URI server, Duration total, Conversation<T> conversation) throws OutboundException {
        Line line = new Line();
        FutureTask<T> task = new FutureTask<>(() -> conversation.over(dial(server, total, line)));
        Thread.ofPlatform().daemon().name("outbound-talk").start(task);
        try {
            return task.get(total.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new OutboundException(
                    Kind.TIMED_OUT, server, "not done within " + total.toMillis() / 1000.0 + " s", e);
        } catch (InterruptedException e) {
            throw OutboundClient.stopped(server, e);
        } catch (ExecutionException e) {
            throw OutboundClient.rethrown(e.getCause(), server);
        } finally {
            task.cancel(true);
            line.cut();
        }
    }

    private Socket dial(URI server, Duration total, Line line) throws OutboundException {
        guard.checkPlace(server);
        String host = HttpUri.host(server).orElseThrow();
        IOException last = new ConnectException("there is no address");
        try {
            for (InetSocketAddress address : guard.resolve(host, HttpUri.port(server))) {
                try {
                    Socket socket = line.fresh();
                    socket.setSoTimeout(Math.toIntExact(total.toMillis()));
                    socket.connect(named(host, address), Math.toIntExact(connectTimeout.toMillis()));
                    return socket;
                } catch (IOException e) {
                    last = e;
                }
            }
        } catch (IOException e) {
            last = e;
        }
        throw Exchange.inOurWords(server, last);
    }

    /** Under the name that was asked for, so that nobody looks for another one backwards. */
    private static InetSocketAddress named(String host, InetSocketAddress address) throws IOException {
        byte[] bytes = address.getAddress().getAddress();
        return new InetSocketAddress(InetAddress.getByAddress(host, bytes), address.getPort());
    }

    /** The socket in use, which another thread may close at any moment. */
    private static final class Line {
        private @Nullable Socket socket;
        private boolean cut;

        synchronized Socket fresh() throws IOException {
            if (cut) {
                throw new SocketException("the connection was cut");
            }
            if (socket != null) {
                socket.close();
            }
            socket = new Socket(Proxy.NO_PROXY);
            return socket;
        }

        synchronized void cut() {
            cut = true;
            try {
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("closing a connection", e);
            }
        }
    }
}

package io.dyadwire.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks names up on threads of its own. The system's resolver blocks its thread for as long as a name server is silent,
 * and a virtual thread that does so holds one of the few threads that all of them share: two dead names would stop
 * everybody.
 */
final class PooledLookup implements HostLookup, AutoCloseable {
    private final HostLookup lookup;
    private final ExecutorService threads;

    PooledLookup(HostLookup lookup, int most) {
        this.lookup = lookup;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most,
                most,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("lookup-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        Future<List<InetAddress>> asked = threads.submit(() -> lookup.addresses(host));
        try {
            return asked.get();
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": we were told to stop while asking for its address");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : broken(host, e.getCause());
        }
    }

    private static UnknownHostException broken(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host + ": looking up failed: " + cause);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.dyadwire.alerts.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;

/**
 * Answers on their way to clients, who may take them as slowly as they like: bounded in bytes all together, and each in time.
 * What a client has not taken by then is cut off.
 */
final class Sending implements AutoCloseable {
    private static final int ROOM = 64 << 20;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final int room;
    private final Semaphore left;
    private final Duration within;
    private final ScheduledThreadPoolExecutor ends = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("api-sending").factory());

    Sending() {
        this(ROOM, WITHIN);
    }

    /** @param room bytes */
    Sending(int room, Duration within) {
        this.room = room;
        this.left = new Semaphore(room);
        this.within = within;
        ends.setRemoveOnCancelPolicy(true);
    }

    /**
     * An answer of so many bytes is about to be sent.
     *
     * @throws RefusedException when too much is on its way already
     */
    void begin(Context context, int bytes) {
        int taken = Math.min(bytes, room);
        if (!left.tryAcquire(taken)) {
            throw RefusedException.notYet("too much is being sent");
        }
        ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        ScheduledFuture<?> end = ends.schedule(
                () -> Thread.startVirtualThread(() -> connection.close(new EofException("not taken in time"))),
                within.toMillis(),
                TimeUnit.MILLISECONDS);
        Request.addCompletionListener(request, failure -> {
            end.cancel(false);
            left.release(taken);
        });
    }

    @Override
    public void close() {
        ends.shutdownNow();
    }
}

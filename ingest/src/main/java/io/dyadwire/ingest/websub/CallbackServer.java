package io.dyadwire.ingest.websub;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where hubs call. {@code GET}: is this subscription meant? The challenge if it is, else 404. {@code POST}: there are
 * news. 204 whoever signed it, since a forger need not know; 404 and 410 where there is no subscription, or no more. Only
 * the last step of the path counts, so that whatever stands before us may add to it or take away.
 */
public final class CallbackServer implements AutoCloseable {
    /** No feed that we would read is longer. */
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Subscriber subscriber;
    private final Consumer<String> poll;
    private final Consumer<Ping> count;
    private @Nullable Javalin server;

    /**
     * Does not listen yet.
     *
     * @param poll takes the id of a feed that has news
     * @param count takes everything that was posted
     */
    public CallbackServer(Subscriber subscriber, Consumer<String> poll, Consumer<Ping> count) {
        this.subscriber = subscriber;
        this.poll = poll;
        this.count = count;
    }

    /**
     * Listens.
     *
     * @return the port
     * @throws IllegalStateException when it cannot
     */
    public int start(String host, int port) {
        Javalin fresh = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.get("/*", this::answerIntent);
            config.routes.post("/*", this::answerPing);
        });
        try {
            fresh.start(host, port);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot listen on " + host + ":" + port + " for hubs (" + e.getMessage()
                            + "): give another port with ingest.webSub.port",
                    e);
        }
        server = fresh;
        return fresh.port();
    }

    private void answerIntent(Context context) {
        String lease = context.queryParam("hub.lease_seconds");
        Optional<String> answer = subscriber.verify(
                path(context),
                new Subscriber.Intent(
                        context.queryParam("hub.mode"),
                        context.queryParam("hub.topic"),
                        context.queryParam("hub.challenge"),
                        lease != null && SECONDS.matcher(lease).matches()
                                ? Long.parseLong(lease)
                                : Subscription.LEASE.toSeconds()));
        // The challenge is what somebody else wrote: nothing for a browser to run.
        context.status(answer.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .header("X-Content-Type-Options", "nosniff")
                .contentType("text/plain; charset=utf-8")
                .result(answer.orElse("no such subscription"));
    }

    private void answerPing(Context context) throws IOException {
        Ping ping;
        try {
            var body = new Bounded(context.bodyInputStream());
            Subscriber.Judged judged = subscriber.judge(path(context), context.header("X-Hub-Signature"), body);
            ping = judged.ping();
            if (ping == Ping.ACCEPTED) {
                poll.accept(judged.feedId());
            }
        } catch (BeyondBoundsException e) {
            ping = Ping.TOO_LARGE;
        }
        count.accept(ping);
        context.status(
                switch (ping) {
                    case ACCEPTED, UNSIGNED, FORGED -> HttpStatus.NO_CONTENT;
                    case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                    case LEFT -> HttpStatus.GONE;
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                });
    }

    private static String path(Context context) {
        String path = context.path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }

    /** Ends what is too long, or too long in coming. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private final long deadline = System.nanoTime() + MAX_NANOS;
        private long count;

        private Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = in.read(buffer, from, length);
            count += Math.max(n, 0);
            if (count > MAX_BYTES || System.nanoTime() - deadline > 0) {
                throw new BeyondBoundsException();
            }
            return n;
        }
    }

    private static final class BeyondBoundsException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

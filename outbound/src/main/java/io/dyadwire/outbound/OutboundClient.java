package io.dyadwire.outbound;

import io.dyadwire.outbound.OutboundException.Kind;
import io.dyadwire.outbound.OutboundResponse.Redirect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Every connection that we open. Blocks; call it from as many virtual threads as you like. One request never
 * takes longer than {@link OutboundConfig#totalTimeout}, never more memory than its limit, and never reaches what the
 * {@link AddressGuard} keeps us from, redirects included. No cookies, no referrer, no proxy, no automatic repeats.
 *
 * <pre>{@code
 * try (var client = new OutboundClient(OutboundConfig.defaults("Dyadwire/1.0 (+https://example.org)"))) {
 *     OutboundResponse answer = client.get(OutboundRequest.to(uri).withHeader("If-None-Match", etag));
 * }
 * }</pre>
 */
public final class OutboundClient implements AutoCloseable {
    private static final Set<String> SENT_TO_OTHER_HOSTS =
            Set.of("accept", "accept-language", "if-none-match", "if-modified-since");

    private final OutboundConfig config;
    private final PooledLookup lookup;
    private final AddressGuard guard;
    private final AddressGuard mailGuard;
    private final Exchange exchange;

    public OutboundClient(OutboundConfig config) {
        this(config, HostLookup.system());
    }

    /** With another way to look up names; the guard judges its answers all the same. */
    public OutboundClient(OutboundConfig config, HostLookup lookup) {
        this.config = config;
        this.lookup = new PooledLookup(lookup, config.maxConnections());
        this.guard = new AddressGuard(config.allow(), this.lookup);
        this.mailGuard = AddressGuard.ofMail(config.allow(), this.lookup);
        this.exchange = new Exchange(config, guard);
    }

    /** Asks, and follows redirects. An answer of any status is returned; no answer is an {@link OutboundException}. */
    public OutboundResponse get(OutboundRequest request) throws OutboundException {
        return get(request, Turns.ANY);
    }

    /**
     * The same, but for every hop it waits for the turn of the host that it leads to. Waiting does not count as time that
     * the request takes. What {@code turns} throws comes out of here.
     */
    public OutboundResponse get(OutboundRequest first, Turns turns) throws OutboundException {
        List<Redirect> hops = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Allowance allowance = new Allowance(config.totalTimeout());
        OutboundRequest request = first;
        while (true) {
            if (!seen.add(request.uri())) {
                throw failed(Kind.REDIRECTS, request.uri(), "they go round in circles", null);
            }
            OutboundResponse answer = inTurn(request, turns, allowance);
            Optional<URI> next = target(answer);
            if (next.isEmpty()) {
                return new OutboundResponse(answer.status(), answer.headers(), answer.body(), answer.uri(), hops);
            }
            hops.add(new Redirect(answer.status(), request.uri(), next.get()));
            if (hops.size() > config.maxRedirects()) {
                throw failed(Kind.REDIRECTS, request.uri(), "more than " + config.maxRedirects(), null);
            }
            request = redirected(request, next.get());
        }
    }

    private OutboundResponse inTurn(OutboundRequest request, Turns turns, Allowance allowance)
            throws OutboundException {
        FutureTask<OutboundResponse> hop = new FutureTask<>(() -> withinDeadline(request, allowance, () -> {
            guard.check(request.uri());
            return exchange.send("GET", request);
        }));
        try {
            turns.take(HttpUri.host(request.uri()).orElse(""), hop);
            if (!hop.isDone()) {
                throw failed(Kind.STOPPED, request.uri(), "its turn did not come", null);
            }
            return hop.get();
        } catch (InterruptedException e) {
            throw stopped(request.uri(), e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause(), request.uri());
        }
    }

    /** Sends the request's content once; a redirect is returned as the answer it is, not followed. */
    public OutboundResponse post(OutboundRequest request) throws OutboundException {
        return withinDeadline(request, new Allowance(config.totalTimeout()), () -> {
            guard.check(request.uri());
            return exchange.send("POST", request);
        });
    }

    /** Refuses what can be refused before any look-up; for checking settings early. */
    public void check(URI uri) throws OutboundException {
        guard.check(uri);
    }

    /** The same for a server that takes mail, {@code smtp://mail.desk.example:587}. */
    public void checkMail(URI server) throws OutboundException {
        mailGuard.checkPlace(server);
    }

    /**
     * Connects to a server that takes mail and leads this conversation, all within one deadline.
     *
     * @param server {@code smtp://mail.desk.example:587}; without encryption, which is up to the conversation
     * @param total from the first look-up to the last word
     */
    public <T> T talk(URI server, Duration total, Conversation<T> conversation) throws OutboundException {
        return new Dialler(mailGuard, config.connectTimeout()).talk(server, total, conversation);
    }

    /** Whether this address was opened on purpose, so that it is no stranger's; asks DNS for a name. */
    public boolean isOurs(URI uri) {
        return guard.isOurs(uri);
    }

    private static Optional<URI> target(OutboundResponse answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 ->
                answer.header("location").flatMap(place -> HttpUri.resolve(answer.uri(), place));
            default -> Optional.empty();
        };
    }

    /** Another origin gets no header that could hold a secret (RFC 9110 §15.4). */
    private static OutboundRequest redirected(OutboundRequest from, URI to) {
        OutboundRequest next = new OutboundRequest(to, from.headers(), from.maxBytes(), null);
        if (sameOrigin(from.uri(), to)) {
            return next;
        }
        for (String name : from.headers().keySet()) {
            if (!SENT_TO_OTHER_HOSTS.contains(name.toLowerCase(Locale.ROOT))) {
                next = next.withHeader(name, null);
            }
        }
        return next;
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && HttpUri.host(a).equals(HttpUri.host(b))
                && HttpUri.port(a) == HttpUri.port(b);
    }

    /**
     * Runs the exchange on a thread of its own and stops waiting at the deadline, whatever it hangs on: a name server,
     * a handshake, one byte a second. The interrupt closes the socket that a virtual thread is blocked on.
     */
    private OutboundResponse withinDeadline(
            OutboundRequest request, Allowance allowance, Callable<OutboundResponse> work) throws OutboundException {
        FutureTask<OutboundResponse> task = new FutureTask<>(work);
        long began = System.nanoTime();
        Thread.ofVirtual().name("outbound").start(task);
        try {
            return task.get(allowance.nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw failed(Kind.TIMED_OUT, request.uri(), "no complete answer within " + seconds(), e);
        } catch (InterruptedException e) {
            task.cancel(true);
            throw stopped(request.uri(), e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause(), request.uri());
        } finally {
            allowance.nanos -= System.nanoTime() - began;
        }
    }

    /** Time that is left for a request, over all its hops. */
    private static final class Allowance {
        private long nanos;

        private Allowance(Duration total) {
            this.nanos = total.toNanos();
        }
    }

    static OutboundException stopped(URI uri, InterruptedException e) {
        Thread.currentThread().interrupt();
        return failed(Kind.STOPPED, uri, "we were told to stop while waiting", e);
    }

    private String seconds() {
        return config.totalTimeout().toMillis() / 1000.0 + " s";
    }

    static OutboundException rethrown(Throwable cause, URI uri) {
        return switch (cause) {
            case OutboundException ours -> ours;
            case RuntimeException broken -> throw broken;
            case Error broken -> throw broken;
            default -> failed(Kind.NETWORK, uri, String.valueOf(cause.getMessage()), cause);
        };
    }

    private static OutboundException failed(Kind kind, URI uri, String reason, @Nullable Throwable cause) {
        return new OutboundException(kind, uri, reason, cause);
    }

    @Override
    public void close() {
        lookup.close();
        try {
            exchange.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the HTTP client", e);
        }
    }
}

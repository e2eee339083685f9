package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.rules.Mistake;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API over HTTP: lets in who may ask, answers by the endpoints that it was given, and says why where it does not, as a
 * problem (RFC 9457). Bounded: connections, requests at once and a second, lengths and times.
 */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final String CALLER = "caller";
    private static final int CONNECTIONS = 4000;
    private static final int IDLE_MS = 30_000;
    private static final int SEND_BUFFER = 256 << 10;
    private static final int READING = 8;
    private static final int WRITING = 4;
    private static final long TURN_WITHIN_S = 2;

    private final HttpConfig config;
    private final List<Endpoint> endpoints;
    private final StreamApi streams;
    private final Gate gate;
    private final Rate rate = new Rate(System::nanoTime);
    private final Semaphore reading = new Semaphore(READING);
    private final Semaphore writing = new Semaphore(WRITING);
    private final Sending sending;
    private volatile @Nullable Javalin server;

    /** @param streams are closed before it stops */
    ApiServer(HttpConfig config, List<Endpoint> endpoints, StreamApi streams) {
        this(config, endpoints, streams, new Sending());
    }

    ApiServer(HttpConfig config, List<Endpoint> endpoints, StreamApi streams, Sending sending) {
        this.config = config;
        this.sending = sending;
        this.streams = streams;
        this.endpoints = List.copyOf(endpoints);
        this.gate = new Gate(config);
    }

    /**
     * Listens.
     *
     * @throws IllegalStateException when it cannot
     */
    public void start() {
        Javalin fresh = Javalin.create(this::set);
        try {
            fresh.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot listen on " + config.host() + ":" + config.port() + " for the API, deadlines and calendar ("
                            + e.getMessage() + "): give another port with --http-port or alerts.http.port",
                    e);
        }
        server = fresh;
    }

    private void set(JavalinConfig settings) {
        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.concurrency.useVirtualThreads = true;
        settings.http.prefer405over404 = true;
        settings.jetty.modifyHttpConfiguration(http -> {
            http.setIdleTimeout(IDLE_MS);
            http.setSendServerVersion(false);
        });
        settings.jetty.addConnector(this::connector);
        settings.jetty.modifyServer(jetty -> {
            jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, jetty));
            jetty.setErrorHandler(new UnreadableRequests());
        });
        settings.routes.before(this::letIn);
        endpoints.forEach(endpoint -> settings.routes.addHttpHandler(
                endpoint.method(), endpoint.path(), context -> answer(context, endpoint)));
        settings.routes.exception(RefusedException.class, (e, context) -> refuse(context, e));
        settings.routes.exception(KafkaException.class, (e, context) -> wait(context, e));
        settings.routes.exception(Exception.class, (e, context) -> fail(context, e));
        settings.routes.error(404, context -> tellUnlessTold(context, "nothing is served under this path"));
        settings.routes.error(
                405, context -> tellUnlessTold(context, "this path is not asked with " + context.method()));
    }

    /** What the system keeps for a client that does not read is bounded like what we keep. */
    private ServerConnector connector(Server jetty, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MS);
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        return connector;
    }

    /** Where it is for a program on this machine; it listens. */
    public URI address() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create(
                "http://" + host + ":" + Objects.requireNonNull(server).port() + "/");
    }

    private void letIn(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer");
        String token = context.path().startsWith(Endpoint.V1) ? null : context.queryParam(Parameters.TOKEN);
        Caller caller = gate.check(new Gate.Papers(
                context.header("Host"),
                context.header("Authorization"),
                token,
                context.header("Origin"),
                context.header("Sec-Fetch-Site"),
                context.header("Sec-Fetch-Mode")));
        if (!rate.take(caller.name())) {
            throw new RefusedException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "you ask more than " + Rate.A_SECOND + " times a second; ask again in a second");
        }
        context.attribute(CALLER, caller);
    }

    private void answer(Context context, Endpoint endpoint) throws InterruptedException {
        Caller caller = Objects.requireNonNull(context.attribute(CALLER));
        Scope scope = endpoint.scope();
        if (scope != null && !caller.may(scope)) {
            throw RefusedException.notFor(scope);
        }
        Request request = new Request(context, caller, endpoint.parameters());
        Reply reply = inTurn(endpoint.isWriting() ? writing : reading, endpoint, request);
        if (reply.flow() == null) {
            send(context, endpoint, reply);
        } else {
            flow(context, caller, reply, reply.flow());
        }
    }

    /** Past what would hold it back to compress it. What comes to an end with an error did so since the client is gone. */
    private void flow(Context context, Caller caller, Reply reply, Flow flow) throws InterruptedException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        try {
            context.res().setContentType(reply.type());
            context.res().setHeader("Cache-Control", "no-store");
            context.res().setHeader("X-Accel-Buffering", "no");
            flow.to(new Flow.Wire(
                    context.res().getOutputStream(),
                    () -> Thread.startVirtualThread(connection::close),
                    () -> gate.knows(caller)));
        } catch (IOException | KafkaException e) {
            LOG.atDebug().addKeyValue("reason", e.toString()).log("a client that followed is gone");
        } finally {
            connection.close();
        }
    }

    /** Few at once, since each may take some memory. A body comes at its sender's pace, so it is read before. */
    private static Reply inTurn(Semaphore turns, Endpoint endpoint, Request request) throws InterruptedException {
        if (endpoint.hasBody()) {
            request.receive();
        }
        if (!turns.tryAcquire(TURN_WITHIN_S, TimeUnit.SECONDS)) {
            throw RefusedException.notYet("too many ask at once");
        }
        try {
            return endpoint.answer().to(request);
        } finally {
            turns.release();
        }
    }

    /** A client keeps what it has and asks whether it is still right. */
    private void send(Context context, Endpoint endpoint, Reply reply) {
        String tag = reply.type() == null ? null : reply.tag();
        boolean known = !endpoint.isWriting() && Reply.names(context.header("If-None-Match"), tag);
        if (tag != null && !known) {
            sending.begin(context, reply.body().length);
        }
        reply.headers().forEach(context::header);
        context.header("Cache-Control", endpoint.isWriting() ? "no-store" : "private, no-cache");
        if (tag == null) {
            context.status(reply.status());
            return;
        }
        context.header("ETag", tag);
        if (known) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.status(reply.status()).contentType(reply.type()).result(reply.body());
        }
    }

    private static void refuse(Context context, RefusedException refused) {
        switch (refused.status()) {
            case UNAUTHORIZED -> context.header("WWW-Authenticate", "Bearer");
            case SERVICE_UNAVAILABLE -> context.header("Retry-After", "5");
            case TOO_MANY_REQUESTS -> context.header("Retry-After", "1");
            default -> {}
        }
        tell(context, refused.status(), String.valueOf(refused.getMessage()), refused.mistakes());
    }

    private static void wait(Context context, KafkaException problem) {
        LOG.atWarn()
                .addKeyValue("path", context.path())
                .addKeyValue("reason", problem.getMessage())
                .log("Kafka did not take or give what a request was about");
        refuse(context, RefusedException.notYet("Kafka did not take or give it"));
    }

    private static void fail(Context context, Exception problem) {
        LOG.atError().addKeyValue("path", context.path()).setCause(problem).log("a request could not be answered");
        tell(context, HttpStatus.INTERNAL_SERVER_ERROR, "this could not be answered; the log says why", List.of());
    }

    private static void tellUnlessTold(Context context, String detail) {
        if (!Problem.MEDIA_TYPE.equals(context.res().getContentType())) {
            tell(context, context.status(), detail, List.of());
        }
    }

    private static void tell(Context context, HttpStatus status, String detail, List<Mistake> mistakes) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .contentType(Problem.MEDIA_TYPE)
                .result(Reply.jsonBytes(Problem.of(status, detail, mistakes)));
    }

    @Override
    public void close() {
        streams.close();
        Javalin running = server;
        if (running != null) {
            running.stop();
        }
        sending.close();
    }
}

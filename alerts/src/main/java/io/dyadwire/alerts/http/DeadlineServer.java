package io.dyadwire.alerts.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.alerts.view.DeadlineView;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.json.Json;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /deadlines}: deadlines as JSON. {@code GET /calendar.ics}: the same as a calendar to subscribe to. What
 * cannot be answered is a problem (RFC 9457). The same state gives the same bytes and the same ETag, on every instance.
 */
public final class DeadlineServer implements AutoCloseable {
    static final String DEADLINES = "/deadlines";
    static final String CALENDAR = "/calendar.ics";
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineServer.class);
    private static final int AT_ONCE = 8;

    private final HttpConfig config;
    private final Supplier<@Nullable DeadlineView> view;
    private final InstantSource clock;
    private final Gate gate;
    private final Semaphore answering = new Semaphore(AT_ONCE);
    private volatile @Nullable Javalin server;

    /**
     * Does not listen yet.
     *
     * @param view null as long as there is none
     */
    public DeadlineServer(HttpConfig config, Supplier<@Nullable DeadlineView> view, InstantSource clock) {
        this.config = config;
        this.view = view;
        this.clock = clock;
        this.gate = new Gate(config);
    }

    /**
     * Listens.
     *
     * @throws IllegalStateException when it cannot
     */
    public void start() {
        Javalin fresh = Javalin.create(settings -> {
            settings.startup.showJavalinBanner = false;
            settings.startup.showOldJavalinVersionWarning = false;
            settings.concurrency.useVirtualThreads = true;
            settings.http.prefer405over404 = true;
            settings.routes.before(this::guard);
            settings.routes.get(DEADLINES, this::answerDeadlines);
            settings.routes.get(CALENDAR, this::answerCalendar);
            settings.routes.exception(RefusedException.class, (e, context) -> refuse(context, e));
            settings.routes.exception(Exception.class, (e, context) -> fail(context, e));
            settings.routes.error(
                    404, context -> tell(context, HttpStatus.NOT_FOUND, "there is " + DEADLINES + " and " + CALENDAR));
            settings.routes.error(
                    405, context -> tell(context, HttpStatus.METHOD_NOT_ALLOWED, "only GET is answered here"));
        });
        try {
            fresh.start(config.host(), config.port());
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "cannot listen on " + config.host() + ":" + config.port() + " for deadlines and calendar ("
                            + e.getMessage() + "): give another port with --http-port or alerts.http.port",
                    e);
        }
        server = fresh;
    }

    /** Where a program on this machine finds the calendar; it listens. */
    public URI calendar() {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create(
                "http://" + host + ":" + Objects.requireNonNull(server).port() + CALENDAR);
    }

    private void guard(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer");
        gate.check(context.header("Host"), context.header("Authorization"), context.queryParams(Parameters.TOKEN));
    }

    private void answerDeadlines(Context context) {
        byte[] page = inTurn(known -> json(DeadlinesPage.of(known, parameters(context, DeadlinesPage.PARAMETERS))));
        answer(context, "application/json", page);
    }

    private void answerCalendar(Context context) {
        byte[] file =
                inTurn(known -> CalendarPage.of(known, parameters(context, CalendarPage.PARAMETERS), clock.instant()));
        context.header("Content-Disposition", "inline; filename=\"deadlines.ics\"");
        answer(context, "text/calendar; charset=utf-8", file);
    }

    private static Parameters parameters(Context context, Set<String> known) {
        return new Parameters(context.queryParamMap(), known);
    }

    /** Few at once, since each may take some memory. */
    private byte[] inTurn(Function<DeadlineView, byte[]> answer) {
        DeadlineView known = view.get();
        if (known == null || !known.isComplete()) {
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE, "the deadlines are still being read; ask again in some seconds");
        }
        if (!answering.tryAcquire()) {
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE, "too many ask at once; ask again in some seconds");
        }
        try {
            return answer.apply(known);
        } finally {
            answering.release();
        }
    }

    private static byte[] json(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot be written as JSON", e);
        }
    }

    /** Weak, since the bytes on the wire may be compressed. A client keeps what it has and asks whether it is still right. */
    private static void answer(Context context, String type, byte[] body) {
        String tag = "W/\"" + Digest.of(new String(body, StandardCharsets.UTF_8)) + "\"";
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        if (isKnown(context.header("If-None-Match"), tag)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(type).result(body);
        }
    }

    private static boolean isKnown(@Nullable String condition, String tag) {
        return condition != null
                && Arrays.stream(condition.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || ("W/" + one).equals(tag));
    }

    private static void refuse(Context context, RefusedException refused) {
        if (refused.status() == HttpStatus.UNAUTHORIZED) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            context.header("Retry-After", "5");
        }
        tell(context, refused.status(), String.valueOf(refused.getMessage()));
    }

    private static void fail(Context context, Exception problem) {
        LOG.atError().addKeyValue("path", context.path()).setCause(problem).log("a request could not be answered");
        tell(context, HttpStatus.INTERNAL_SERVER_ERROR, "this could not be answered; the log says why");
    }

    private static void tell(Context context, HttpStatus status, String detail) {
        context.status(status)
                .header("Cache-Control", "no-store")
                .contentType(Problem.MEDIA_TYPE)
                .result(json(Problem.of(status, detail)));
    }

    @Override
    public void close() {
        Javalin running = server;
        if (running != null) {
            running.stop();
        }
    }
}

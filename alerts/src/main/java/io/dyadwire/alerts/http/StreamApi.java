package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.Backlog;
import io.dyadwire.alerts.told.Told;
import io.dyadwire.contract.rule.DeskId;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /stream?desk=}: the alerts of a desk as server-sent events. The id of an event is its offset on the desk's topic,
 * so that a client that gives the last one back goes on exactly there, on any instance.
 */
final class StreamApi implements AutoCloseable {
    static final String STREAM = "/stream";
    static final Set<String> PARAMETERS = Set.of("desk");

    /** Clients at once. */
    static final int MOST = 1000;

    static final Duration BEAT = Duration.ofSeconds(15);

    private final LiveRules rules;
    private final AlertView view;
    private final Supplier<@Nullable Backlog> backlog;
    private final Duration beat;
    private final Semaphore places;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param backlog what is no longer in the view; null as long as it cannot be read */
    StreamApi(LiveRules rules, AlertView view, Supplier<@Nullable Backlog> backlog) {
        this(rules, view, backlog, BEAT, MOST);
    }

    StreamApi(LiveRules rules, AlertView view, Supplier<@Nullable Backlog> backlog, Duration beat, int most) {
        this.rules = rules;
        this.view = view;
        this.backlog = backlog;
        this.beat = beat;
        this.places = new Semaphore(most);
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get(STREAM, Scope.ALERTS_READ, PARAMETERS, this::open));
    }

    private Reply open(Request request) {
        DeskId desk = request.parameters().desk(rules.desks());
        if (desk == null) {
            throw RefusedException.badParameter("desk", "is missing: say whose alerts");
        }
        Backlog past = backlog.get();
        if (!view.isComplete() || past == null || closed) {
            throw RefusedException.notYet("the alerts are still being read");
        }
        Long last = last(request.header("Last-Event-ID"));
        if (!places.tryAcquire()) {
            throw RefusedException.notYet(MOST + " clients follow already, which is all that there is room for");
        }
        return Reply.flow("text/event-stream", wire -> {
            EventStream stream = new EventStream(wire);
            try {
                open.add(stream);
                run(stream, desk, last == null ? view.next(desk) : last + 1, past);
            } finally {
                view.leave(desk, stream);
                open.remove(stream);
                places.release();
            }
        });
    }

    private static @Nullable Long last(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : Math.max(-1, Long.parseLong(id.strip()));
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "Last-Event-ID: is not the id of an event: leave it out to begin now");
        }
    }

    private void run(EventStream stream, DeskId desk, long from, Backlog past)
            throws IOException, InterruptedException {
        stream.begin(from - 1);
        long next = from;
        boolean following = false;
        while (!following && !closed) {
            AlertView.Followed followed = view.follow(desk, next, stream);
            if (followed == null) {
                Backlog.Part part = past.read(desk, next);
                if (part.from() > next) {
                    stream.gap(next, part.from());
                }
                stream.write(part.alerts());
                next = Math.max(part.next(), part.from());
            } else {
                stream.write(followed.missed());
                next = followed.missed().isEmpty() ? next : behind(followed.missed());
                following = followed.following();
            }
        }
        stream.follow(beat);
    }

    private static long behind(List<Told> told) {
        return told.getLast().moment().offset() + 1;
    }

    /** Lets all clients go. */
    @Override
    public void close() {
        closed = true;
        open.forEach(EventStream::cut);
    }
}

package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.view.DeadlineView;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Deadlines as JSON and as a calendar. The same state gives the same bytes and the same ETag, on every instance. */
final class DeadlinesApi {
    static final String CALENDAR = "/calendar.ics";
    static final String DEADLINES = "/deadlines";

    private final Supplier<@Nullable DeadlineView> view;
    private final InstantSource clock;

    DeadlinesApi(Supplier<@Nullable DeadlineView> view, InstantSource clock) {
        this.view = view;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(DEADLINES, Scope.DEADLINES_READ, DeadlinesPage.PARAMETERS, this::list),
                Endpoint.get(Endpoint.V1 + DEADLINES, Scope.DEADLINES_READ, DeadlinesPage.PARAMETERS, this::list),
                Endpoint.get(CALENDAR, Scope.DEADLINES_READ, CalendarPage.PARAMETERS, this::calendar));
    }

    private Reply list(Request request) {
        return Reply.json(DeadlinesPage.of(known(), request.parameters()));
    }

    private Reply calendar(Request request) {
        byte[] file = CalendarPage.of(known(), request.parameters(), clock.instant());
        return Reply.of("text/calendar; charset=utf-8", file)
                .with("Content-Disposition", "inline; filename=\"deadlines.ics\"");
    }

    private DeadlineView known() {
        DeadlineView known = view.get();
        if (known == null || !known.isComplete()) {
            throw RefusedException.notYet("the deadlines are still being read");
        }
        return known;
    }
}

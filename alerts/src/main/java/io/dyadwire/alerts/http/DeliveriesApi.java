package io.dyadwire.alerts.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.delivery.Deliveries;
import io.dyadwire.alerts.delivery.EndpointId;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.Mistake;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.rule.DeskId;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The desks' channels, what became of each alert on them, and switching one on or off. */
final class DeliveriesApi {
    static final String DELIVERIES = Endpoint.V1 + "/deliveries";
    static final String CHANNELS = Endpoint.V1 + "/channels";
    static final String CHANNEL = CHANNELS + "/{desk}/{channel}";
    static final Set<String> PARAMETERS = Set.of("desk", "channel", "state", "limit", Cursor.AFTER);

    /** What was given up so long ago or later is sent again where that is asked for. */
    static final Duration MISSED = Duration.ofDays(7);

    private static final int MAX_COMMENT = 500;

    private final LiveRules rules;
    private final Supplier<@Nullable Deliveries> deliveries;
    private final InstantSource clock;

    /** @param deliveries null as long as none are followed */
    DeliveriesApi(LiveRules rules, Supplier<@Nullable Deliveries> deliveries, InstantSource clock) {
        this.rules = rules;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    record Listed(List<Delivery> deliveries, @Nullable String next) {}

    /** @param status as on {@code news.channels} */
    record Shown(DeskId desk, String channel, String kind, int waiting, ChannelStatus status) {}

    record Channels(List<Shown> channels) {}

    /** @param again how many alerts are to be sent again */
    record Switched(ChannelStatus status, int again) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(DELIVERIES, Scope.DELIVERIES_READ, PARAMETERS, this::list),
                Endpoint.get(CHANNELS, Scope.DELIVERIES_READ, Set.of(), this::channels),
                Endpoint.post(CHANNEL + "/enable", Scope.DELIVERIES_WRITE, this::enable),
                Endpoint.post(CHANNEL + "/disable", Scope.DELIVERIES_WRITE, this::disable));
    }

    private Reply list(Request request) {
        Parameters parameters = request.parameters();
        DeskId desk = parameters.desk(rules.desks());
        String channel = parameters.read(
                "channel", name -> new EndpointId(new DeskId("any"), name).channel(), "the name of a channel");
        DeliveryState state = parameters.oneOf("state", DeliveryState.values());
        String after = Cursor.read(parameters);
        Stream<Delivery> found = complete().newest().stream()
                .filter(delivery -> request.caller().knows(delivery.desk()))
                .filter(delivery -> desk == null || delivery.desk().equals(desk))
                .filter(delivery -> channel == null || delivery.channel().equals(channel))
                .filter(delivery -> state == null || delivery.state() == state)
                .filter(delivery -> after == null || place(delivery).compareTo(after) < 0);
        Page<Delivery> page = Page.of(found, parameters, DeliveriesApi::place);
        return Reply.json(new Listed(page.items(), page.next()));
    }

    /** Sorts as the list does, the other way round. */
    private static String place(Delivery delivery) {
        return String.format(Locale.ROOT, "%020d %s", delivery.at().toEpochMilli(), delivery.key());
    }

    private Reply channels(Request request) {
        Deliveries known = complete();
        List<Shown> channels = new ArrayList<>();
        for (Desk desk : rules.desks().desks()) {
            if (request.caller().knows(desk.id())) {
                desk.channels().forEach(channel -> channels.add(shown(desk, channel, known)));
            }
        }
        return Reply.json(new Channels(channels));
    }

    private static Shown shown(Desk desk, ChannelConfig channel, Deliveries known) {
        EndpointId id = new EndpointId(desk.id(), channel.name());
        ChannelStatus status = known.status(id);
        return new Shown(
                desk.id(),
                channel.name(),
                channel.kind().word(),
                known.waiting(id),
                status == null ? ChannelStatus.up(desk.id(), channel.name(), Instant.EPOCH, null) : status);
    }

    private Reply enable(Request request) throws InterruptedException {
        EndpointId id = known(request);
        JsonNode replay = request.body(Set.of("replay")).path("replay");
        if (!replay.isMissingNode() && !replay.isBoolean()) {
            throw RefusedException.mistaken(List.of(new Mistake("replay", "is neither true nor false")));
        }
        Deliveries known = complete();
        Instant now = now();
        String by = request.caller().name();
        List<Delivery> again = replay.asBoolean(false) ? missed(known, id, now, by) : List.of();
        ChannelStatus on = ChannelStatus.up(id.desk(), id.channel(), now, by);
        known.ask(on, again);
        return Reply.json(new Switched(on, again.size()));
    }

    private static List<Delivery> missed(Deliveries known, EndpointId id, Instant now, String by) {
        return known.newest().stream()
                .filter(delivery -> delivery.desk().equals(id.desk())
                        && delivery.channel().equals(id.channel())
                        && delivery.state() == DeliveryState.FAILED
                        && delivery.at().isAfter(now.minus(MISSED)))
                .map(delivery -> delivery.again(now, by))
                .toList();
    }

    private Reply disable(Request request) throws InterruptedException {
        EndpointId id = known(request);
        String comment = comment(request.body(Set.of("comment")).path("comment"));
        String by = request.caller().name();
        String why = "switched off by " + by + (comment.isBlank() ? "" : ": " + comment);
        ChannelStatus off = new ChannelStatus(id.desk(), id.channel(), ChannelState.OFF, now(), null, 0, null, why, by);
        complete().ask(off, List.of());
        return Reply.json(new Switched(off, 0));
    }

    private static String comment(JsonNode text) {
        String comment = text.asText("");
        boolean isText = text.isMissingNode() || text.isTextual();
        if (!isText || comment.length() > MAX_COMMENT || comment.codePoints().anyMatch(Character::isISOControl)) {
            throw RefusedException.mistaken(
                    List.of(new Mistake("comment", "must be one line of at most " + MAX_COMMENT + " characters")));
        }
        return comment;
    }

    /** The channel of the path; one that does not stand in the rules file is not there. */
    private EndpointId known(Request request) {
        DeskId id = request.step("desk", DeskId::new);
        String name = request.step("channel", channel -> new EndpointId(id, channel).channel());
        Desk desk = rules.desks().find(id);
        boolean there = desk != null
                && request.caller().knows(id)
                && desk.channels().stream().anyMatch(channel -> channel.name().equals(name));
        if (!there) {
            throw RefusedException.notFound("there is no channel " + name + " of a desk " + id);
        }
        return new EndpointId(id, name);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Deliveries complete() {
        Deliveries known = deliveries.get();
        if (known == null || !known.isComplete()) {
            throw noneYet();
        }
        return known;
    }

    private RefusedException noneYet() {
        boolean any =
                rules.desks().desks().stream().anyMatch(desk -> !desk.channels().isEmpty());
        return any
                ? RefusedException.notYet("what was delivered is still being read")
                : new RefusedException(HttpStatus.NOT_FOUND, "no desk has a channel");
    }
}

package io.dyadwire.ingest.websub;

import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedPush;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.ingest.websub.HubClient.Refusal;
import io.dyadwire.outbound.HttpUri;
import io.dyadwire.outbound.OutboundClient;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a subscription for every feed of this instance that names a hub. Thread-safe. What it knows is in memory only; the
 * lease goes into the feed's state with the next poll, and what is lost before that is asked for again.
 */
public final class Subscriber implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    /** Absent when we are not to subscribe: then no feed is heard of, and there is nothing to need them for. */
    private final @Nullable CallbackKeys keys;

    private final HubClient hubs;
    private final Gate gate;
    private final InstantSource clock;
    private final ConcurrentMap<String, Subscription> byPath = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> paths = new ConcurrentHashMap<>();
    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hub-", 0).factory());

    /**
     * @param config absent when we are not to subscribe to anything
     * @param gate through which all requests go, so that a hub is asked as politely as a feed
     */
    public Subscriber(@Nullable WebSubConfig config, OutboundClient client, Gate gate, InstantSource clock) {
        this.keys = config == null ? null : new CallbackKeys(config);
        this.hubs = new HubClient(client, clock);
        this.gate = gate;
        this.clock = clock;
    }

    /** Takes what is committed about a feed of ours: subscribes where it says, and nowhere else. */
    public void heard(FeedState state) {
        String feedId = state.feedId();
        FeedPush push = state.push();
        if (keys == null || push == null || state.health() == FeedHealth.GONE) {
            left(feedId);
            return;
        }
        String path = keys.path(feedId, push);
        String before = paths.put(feedId, path);
        if (before != null && !before.equals(path)) {
            leave(before);
        }
        byPath.compute(
                path, (key, known) -> known != null && !known.leaving() ? known : begun(known, path, state, push));
    }

    /**
     * A lease in the state is believed, unless we gave it up since, or nobody polled when it was time: then who knows what
     * the hub made of our silence, or whether the feed was paused.
     */
    private Subscription begun(@Nullable Subscription leaving, String path, FeedState state, FeedPush push) {
        Instant now = clock.instant();
        boolean believed = leaving == null && state.nextPollAt().isAfter(now);
        FeedPush known = believed ? push : FeedPush.of(push.hub(), push.topic());
        return Subscription.begun(state.feedId(), path, known, keys.digest(path), now);
    }

    /** Nobody wants the feed polled any more: the hub is told, once. */
    public void left(String feedId) {
        String path = paths.remove(feedId);
        if (path != null) {
            leave(path);
        }
    }

    private void leave(String path) {
        byPath.computeIfPresent(path, (key, known) -> {
            boolean hubKnows = known.asked() || known.push().until() != null;
            return known.leaving() ? known : hubKnows ? known.left(clock.instant()) : null;
        });
    }

    /** The feed is polled by another instance, which subscribes for itself, or by nobody for a while. */
    public void forgot(String feedId) {
        String path = paths.remove(feedId);
        if (path != null) {
            byPath.remove(path);
        }
    }

    /** The state to be written: with the lease, if it names the topic that we subscribed to. */
    public FeedState noted(FeedState state) {
        String path = paths.get(state.feedId());
        Subscription subscription = path == null ? null : byPath.get(path);
        return subscription != null && subscription.push().sameTopic(state.push())
                ? state.change().push(subscription.push()).done()
                : state;
    }

    /** Subscriptions that hubs have confirmed and that have not ended. */
    public long active() {
        Instant now = clock.instant();
        return byPath.values().stream()
                .filter(subscription ->
                        !subscription.leaving() && subscription.push().isOn(now))
                .count();
    }

    /** Starts the requests whose time has come. Called again and again, by one thread. */
    public void askDue(Instant now) {
        for (Subscription due : byPath.values()) {
            if (due.isOver(now)) {
                byPath.remove(due.path(), due);
            } else if (!due.next().isAfter(now)) {
                Subscription asking = due.asking(now);
                if (byPath.replace(due.path(), due, asking)) {
                    requests.execute(() -> ask(asking));
                }
            }
        }
    }

    /** The clock was set back by so much: what was promised by it lies as much earlier. */
    public void setBack(Duration by) {
        byPath.replaceAll((path, known) -> known.setBack(by));
    }

    private void ask(Subscription subscription) {
        try {
            gate.pass(HttpUri.host(subscription.push().hub()).orElse(""), () -> {
                if (!subscription.equals(byPath.get(subscription.path()))) {
                    return; // changed its mind while it waited
                }
                Optional<Refusal> refusal = hubs.ask(
                        subscription,
                        keys.address(subscription.path()),
                        keys.signingKey(subscription.feedId(), subscription.push()));
                refusal.ifPresent(why -> tell(subscription, why));
                byPath.computeIfPresent(
                        subscription.path(),
                        (key, now) -> now.leaving() == subscription.leaving()
                                ? now.sent(refusal.map(Refusal::retryAfter).orElse(null), clock.instant())
                                : now);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("feedId", subscription.feedId())
                    .setCause(e)
                    .log("A hub made us stumble");
        }
    }

    /** The first failure, and then ever more seldom. */
    private static void tell(Subscription subscription, Refusal refusal) {
        if (Integer.bitCount(subscription.failures() + 1) == 1) {
            LOG.atInfo()
                    .addKeyValue("feedId", subscription.feedId())
                    .addKeyValue("hub", HttpUri.forPeople(subscription.push().hub()))
                    .addKeyValue("mode", subscription.mode())
                    .log("Not taken by the hub: {}", refusal.reason());
        }
    }

    /**
     * A hub asks whether we meant it (WebSub §5.3), or says that it does not want us (§5.2).
     *
     * @return what to answer; empty when we did not ask for just this
     */
    Optional<String> verify(String path, Intent intent) {
        Subscription known = byPath.get(path);
        if (known == null || !known.push().topic().toString().equals(intent.topic())) {
            return Optional.empty();
        }
        if ("denied".equals(intent.mode())) {
            LOG.atInfo().addKeyValue("feedId", known.feedId()).log("The hub denied the subscription");
            byPath.computeIfPresent(path, (key, now) -> now.leaving() ? now : now.denied(clock.instant()));
            return Optional.of("");
        }
        if (intent.challenge() == null || !known.asked() || !known.mode().equals(intent.mode())) {
            return Optional.empty();
        }
        byPath.computeIfPresent(
                path,
                (key, now) -> now.leaving()
                        ? now // kept for a day: a lease that the feed's state still tells of is over
                        : now.verified(keys.digest(path), intent.leaseSeconds(), clock.instant()));
        return Optional.of(intent.challenge());
    }

    /** What a hub asks about, as its query says. */
    record Intent(
            @Nullable String mode,
            @Nullable String topic,
            @Nullable String challenge,
            long leaseSeconds) {}

    /** What to make of something posted to this path; {@code feedId} is polled when it is {@link Ping#ACCEPTED}. */
    record Judged(Ping ping, String feedId) {}

    Judged judge(String path, @Nullable String signature, InputStream body) throws IOException {
        Subscription known = byPath.get(path);
        if (known == null) {
            return new Judged(Ping.UNKNOWN, "");
        }
        if (known.leaving()) {
            return new Judged(Ping.LEFT, known.feedId());
        }
        Optional<HubSignature> signed = HubSignature.parse(signature);
        if (signed.isEmpty()) {
            return new Judged(Ping.UNSIGNED, known.feedId());
        }
        boolean genuine = signed.get().signs(body, keys.signingKey(known.feedId(), known.push()));
        return new Judged(genuine ? Ping.ACCEPTED : Ping.FORGED, known.feedId());
    }

    /** Subscriptions stay: whoever polls the feeds next goes on with them. */
    @Override
    public void close() {
        requests.shutdownNow();
    }
}

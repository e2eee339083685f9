package io.dyadwire.alerts.feed;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells a hub which feeds have changed. Several instances divide the desks, so that the hub is told once. On a thread of its own:
 * nobody waits for a hub. A change that is lost with a killed instance is made good by the next, since the hub fetches the
 * whole feed.
 */
public final class HubNotifier implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(HubNotifier.class);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final Consumer<String, byte[]> consumer;
    private final FeedHub hub;
    private final OutboundClient client;
    private final InstantSource clock;
    private final FeedPings pings = new FeedPings();

    /** @param consumer reads committed records, in a group; becomes its own */
    public HubNotifier(
            Consumer<String, byte[]> consumer,
            Collection<DeskId> desks,
            FeedHub hub,
            OutboundClient client,
            InstantSource clock) {
        this.consumer = consumer;
        this.hub = hub;
        this.client = client;
        this.clock = clock;
        consumer.subscribe(
                desks.stream().map(desk -> Topics.alertsOf(desk).name()).toList());
    }

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public boolean turn() {
        ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
        records.forEach(this::take);
        if (!records.isEmpty()) {
            consumer.commitSync();
        }
        String path = pings.due(clock.instant());
        if (path != null) {
            tell(path);
        }
        return true;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() != null) {
                Alert alert = Topics.ALERTS.valueSerde().read(record.value());
                pings.changed(AtomFeed.path(alert.desk().value()), clock.instant());
                pings.changed(AtomFeed.path(alert.desk() + "/" + alert.rule().id()), clock.instant());
            }
        } catch (SerializationException e) {
            LOG.atDebug()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .log("not an alert: no feed shows it");
        }
    }

    private void tell(String path) {
        String problem = ping(path);
        if (problem == null) {
            pings.told(path, clock.instant());
            return;
        }
        int failures = pings.failed(path, clock.instant());
        LOG.atLevel(failures == 1 ? Level.WARN : Level.DEBUG)
                .addKeyValue("hub", hub.hub().getHost())
                .addKeyValue("feed", path)
                .addKeyValue("reason", problem)
                .log("the hub did not take it that a feed has changed; it is told again later");
    }

    /** What went wrong, in words; null when the hub has taken it. */
    private @Nullable String ping(String path) {
        String form =
                "hub.mode=publish&hub.url=" + URLEncoder.encode(hub.feed(path).toString(), StandardCharsets.UTF_8);
        try {
            OutboundResponse answer = client.post(OutboundRequest.to(hub.hub())
                    .withContent("application/x-www-form-urlencoded", form)
                    .withMaxBytes(MAX_ANSWER_BYTES));
            return answer.successful() ? null : "HTTP " + answer.status();
        } catch (OutboundException e) {
            return e.kind().words() + ": " + e.reason();
        }
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}

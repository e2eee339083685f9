package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.notify.ChannelThread;
import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.alerts.notify.ProducerSettings;
import io.dyadwire.alerts.notify.StartOffsets;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Delivery as one instance runs it: one consumer of the desks' topics, one of what became of deliveries, one producer. */
public final class DeliveryService implements AutoCloseable {
    private DeskChannels served;
    private final ConsumerSettings settings;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable Deliverer deliverer;
    private volatile @Nullable Deliveries deliveries;

    /**
     * Not started.
     *
     * @param endpoints of all desks; without any, there is nothing to run
     * @param settings of the consumer, whose group divides the desks
     */
    public DeliveryService(
            List<Desk> desks,
            List<Endpoint> endpoints,
            ConsumerSettings settings,
            DeliveryConfig config,
            InstantSource clock,
            MeterRegistry registry) {
        this.served = new DeskChannels(desks, endpoints);
        this.settings = settings;
        this.config = config;
        this.clock = clock;
        this.registry = registry;
    }

    /** Gives each desk that was never delivered for its place, before the first alert is written. */
    public void beginAtTheEnd(Admin admin) throws InterruptedException, ExecutionException {
        StartOffsets offsets = new StartOffsets(admin);
        for (DeskId desk : served.reached()) {
            offsets.ensure(settings.group(), Topics.alertsOf(desk));
        }
    }

    /** The threads that do it, not started; to be started in this order. */
    public List<ChannelThread> open() {
        if (served.endpoints().isEmpty()) {
            return List.of();
        }
        Map<String, Object> kafka = settings.kafka();
        String name = settings.name();
        KafkaProducer<String, byte[]> writing = new KafkaProducer<>(
                ProducerSettings.of(kafka, name), new StringSerializer(), new ByteArraySerializer());
        producer = writing;
        DeliveryBook book = new DeliveryBook();
        DeliveryFollower follower = new DeliveryFollower(
                new KafkaConsumer<>(
                        ConsumerSettings.ungrouped(kafka, name + "-deliveries"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                book);
        DeliveryLog log = new DeliveryLog(writing, registry);
        deliveries = new OpenDeliveries(book, log, follower.caughtUp());
        Lane.Setting setting = new Lane.Setting(
                config, new RetrySchedule(config, Math::random), log, AlertSource.of(kafka, name + "-alerts"), clock);
        Deliverer one = new Deliverer(served, settings.open(), follower, book, setting, registry);
        deliverer = one;
        return List.of(new ChannelThread(follower), new ChannelThread(one));
    }

    /**
     * Delivers for these desks by these channels from now on, and no others.
     *
     * @return the threads that are to be started for it, in this order; none where some run
     */
    public List<ChannelThread> serve(List<Desk> desks, List<Endpoint> endpoints, Admin admin)
            throws InterruptedException, ExecutionException {
        served = new DeskChannels(desks, endpoints);
        beginAtTheEnd(admin);
        if (deliverer == null) {
            return open();
        }
        deliverer.serve(served);
        return List.of();
    }

    /** What became of alerts; null as long as nothing is open. */
    public @Nullable Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
        if (deliverer == null) {
            served.close();
        }
    }
}

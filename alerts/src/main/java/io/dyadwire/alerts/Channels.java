package io.dyadwire.alerts;

import io.dyadwire.alerts.notify.ChannelThread;
import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.alerts.notify.ProducerSettings;
import io.dyadwire.alerts.notify.StartOffsets;
import io.dyadwire.alerts.notify.console.AlertPrinter;
import io.dyadwire.alerts.notify.console.ConsoleNotifier;
import io.dyadwire.alerts.notify.webhook.DeliveryLog;
import io.dyadwire.alerts.notify.webhook.WebhookNotifier;
import io.dyadwire.alerts.notify.webhook.WebhookSecret;
import io.dyadwire.alerts.notify.webhook.WebhookSender;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.Webhook;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/** The channels of one process: the console when there is one, and a webhook for each desk that has one. */
final class Channels implements AutoCloseable {
    private final AlertsConfig config;
    private final Map<String, Object> kafka;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final @Nullable Consumer<String> console;
    private final OutboundClient client;
    private final Map<DeskId, WebhookSender> senders = new LinkedHashMap<>();
    private @Nullable KafkaProducer<String, Delivery> deliveries;

    Channels(
            AlertsConfig config,
            RuleBook book,
            Map<String, Object> kafka,
            InstantSource clock,
            MeterRegistry registry,
            @Nullable Consumer<String> console) {
        this.config = config;
        this.kafka = kafka;
        this.clock = clock;
        this.registry = registry;
        this.console = console;
        this.client = new OutboundClient(config.outbound());
        for (Desk desk : book.desks()) {
            if (desk.webhook() != null) {
                senders.put(desk.id(), sender(desk.id(), desk.webhook()));
            }
        }
    }

    private WebhookSender sender(DeskId desk, Webhook webhook) {
        try {
            client.check(webhook.url());
            return new WebhookSender(client, webhook, WebhookSecret.read(webhook.secretFile()), clock);
        } catch (OutboundException e) {
            throw new IllegalArgumentException("desk " + desk + ": webhook.url: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("desk " + desk + ": webhook." + e.getMessage(), e);
        }
    }

    /** Gives each webhook that has never read its place, before the first alert is written. */
    void beginAtTheEnd(Admin admin) throws InterruptedException, ExecutionException {
        StartOffsets offsets = new StartOffsets(admin);
        for (DeskId desk : senders.keySet()) {
            offsets.ensure(group("webhook-" + desk), Topics.alertsOf(desk));
        }
    }

    /** Opens them all; each is started by its own thread. */
    List<ChannelThread> open() {
        List<ChannelThread> threads = new ArrayList<>();
        if (console != null) {
            AlertPrinter printer = new AlertPrinter(config.colour());
            var consumer = reader("console").open();
            threads.add(new ChannelThread(new ConsoleNotifier(consumer, printer, console)));
        }
        if (!senders.isEmpty()) {
            deliveries = new KafkaProducer<>(
                    ProducerSettings.of(kafka, group("deliveries")),
                    Topics.DELIVERIES.keySerde().serializer(),
                    Topics.DELIVERIES.valueSerde().serializer());
            DeliveryLog log = new DeliveryLog(deliveries, registry);
            senders.forEach((desk, sender) -> threads.add(new ChannelThread(
                    WebhookNotifier.of(desk, reader("webhook-" + desk).open(), sender, log, config.webhook(), clock))));
        }
        return threads;
    }

    private ConsumerSettings reader(String channel) {
        return new ConsumerSettings(kafka, group(channel), config.alerting().instanceId());
    }

    private String group(String channel) {
        return config.alerting().applicationId() + "-" + channel;
    }

    @Override
    public void close() {
        if (deliveries != null) {
            deliveries.close(Duration.ofSeconds(5));
        }
        client.close();
    }
}

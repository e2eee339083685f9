package io.dyadwire.alerts;

import io.dyadwire.alerts.delivery.Deliveries;
import io.dyadwire.alerts.delivery.DeliveryService;
import io.dyadwire.alerts.delivery.Endpoint;
import io.dyadwire.alerts.delivery.Endpoints;
import io.dyadwire.alerts.feed.FeedHub;
import io.dyadwire.alerts.feed.HubNotifier;
import io.dyadwire.alerts.notify.ChannelThread;
import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.alerts.notify.StartOffsets;
import io.dyadwire.alerts.notify.console.AlertPrinter;
import io.dyadwire.alerts.notify.console.ConsoleNotifier;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.topology.AlertingConfig;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** How alerts reach people from one process: the console and a hub of the feeds where there are any, and the channels of the desks. */
final class Channels implements AutoCloseable {
    private static final String FEEDS = "feeds";

    private final AlertsConfig config;
    private final Map<String, Object> kafka;
    private final @Nullable Consumer<String> console;
    private final InstantSource clock;
    private final List<DeskId> desks;
    private final OutboundClient client;
    private final Endpoints endpoints;
    private final DeliveryService delivery;

    Channels(
            AlertsConfig config,
            RuleBook book,
            Map<String, Object> kafka,
            InstantSource clock,
            MeterRegistry registry,
            @Nullable Consumer<String> console) {
        this.config = config;
        this.kafka = kafka;
        this.console = console;
        this.clock = clock;
        this.desks = book.desks().stream().map(Desk::id).toList();
        this.client = new OutboundClient(config.outbound());
        FeedHub hub = config.http().hub();
        if (hub != null) {
            check(hub);
        }
        this.endpoints = new Endpoints(client, config.mail(), clock);
        this.delivery = new DeliveryService(
                book.desks(), endpoints(book), settings("delivery"), config.delivery(), clock, registry);
    }

    private void check(FeedHub hub) {
        try {
            client.check(hub.hub());
        } catch (OutboundException e) {
            throw new IllegalArgumentException("alerts.http.hub: " + e.kind().words() + ": " + e.reason(), e);
        }
    }

    private List<Endpoint> endpoints(RuleBook book) {
        return book.desks().stream()
                .flatMap(desk -> desk.channels().stream().map(channel -> endpoints.of(desk, channel)))
                .toList();
    }

    /** Gives each desk that was never delivered for its place, before the first alert is written. */
    void beginAtTheEnd(Admin admin) throws InterruptedException, ExecutionException {
        delivery.beginAtTheEnd(admin);
        if (config.http().hub() != null) {
            StartOffsets offsets = new StartOffsets(admin);
            for (DeskId desk : desks) {
                offsets.ensure(settings(FEEDS).group(), Topics.alertsOf(desk));
            }
        }
    }

    /**
     * The desks of this book with their channels, and no others, from now on.
     *
     * @return what is to be started for it
     * @throws IllegalArgumentException when a channel cannot work as it is set up; all stays as it was then
     */
    List<ChannelThread> serve(RuleBook book, Admin admin) throws InterruptedException, ExecutionException {
        return delivery.serve(book.desks(), endpoints(book), admin);
    }

    /** Opens them all; each is started by its own thread. */
    List<ChannelThread> open() {
        List<ChannelThread> threads = new ArrayList<>();
        if (console != null) {
            AlertPrinter printer = new AlertPrinter(config.colour());
            threads.add(
                    new ChannelThread(new ConsoleNotifier(settings("console").open(), printer, console)));
        }
        FeedHub hub = config.http().hub();
        if (hub != null) {
            threads.add(new ChannelThread(new HubNotifier(settings(FEEDS).open(), desks, hub, client, clock)));
        }
        threads.addAll(delivery.open());
        return threads;
    }

    /** What became of alerts on the desks' channels; null as long as nothing is open. */
    @Nullable
    Deliveries deliveries() {
        return delivery.deliveries();
    }

    private ConsumerSettings settings(String channel) {
        AlertingConfig own = config.alerting();
        return new ConsumerSettings(kafka, own.applicationId() + "-" + channel, own.instanceId(), own.sessionTimeout());
    }

    @Override
    public void close() {
        delivery.close();
        client.close();
    }
}

package io.dyadwire.runner.delivery;

import io.dyadwire.alerts.delivery.DeliveryConfig;
import io.dyadwire.alerts.delivery.DeliveryService;
import io.dyadwire.alerts.delivery.Endpoint;
import io.dyadwire.alerts.delivery.Endpoints;
import io.dyadwire.alerts.notify.ChannelThread;
import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Delivery alone, in a process of its own, to be killed or stopped. What it sends says which instance it is. */
final class DeliveryProcess {
    private DeliveryProcess() {}

    /** Where Kafka is, the rules file, the instance's name, and {@code P1D} or so for giving up. */
    public static void main(String[] args) throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", args[0]);
        Path rules = Path.of(args[1]);
        List<Desk> desks = RulesFile.read(rules, Set.of()).desks();
        OutboundClient client =
                new OutboundClient(OutboundConfig.defaults(args[2]).withAllow(AllowList.of("127.0.0.0/8")));
        Endpoints endpoints = new Endpoints(client, null, InstantSource.system());
        List<Endpoint> all = desks.stream()
                .flatMap(desk -> desk.channels().stream().map(channel -> endpoints.of(desk, channel)))
                .toList();
        DeliveryConfig config =
                new DeliveryConfig(Duration.ofMillis(300), Duration.ofSeconds(2), Duration.parse(args[3]), 3);
        DeliveryService service = new DeliveryService(
                desks,
                all,
                new ConsumerSettings(kafka, "delivery", args[2], Duration.ofSeconds(6)),
                config,
                InstantSource.system(),
                new SimpleMeterRegistry());
        List<ChannelThread> threads = service.open();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            threads.forEach(ChannelThread::close);
            service.close();
        }));
        threads.forEach(ChannelThread::start);
        new CountDownLatch(1).await();
    }
}

package io.dyadwire.bench.delivery;

import io.dyadwire.alerts.delivery.DeliveryConfig;
import io.dyadwire.alerts.delivery.DeliveryService;
import io.dyadwire.alerts.delivery.Endpoint;
import io.dyadwire.alerts.delivery.Endpoints;
import io.dyadwire.alerts.notify.ChannelThread;
import io.dyadwire.alerts.notify.ConsumerSettings;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.bench.TempFolder;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * From the desk's topic to a receiver that works, at a steady rate: alone, and beside one that nobody answers for and one
 * that never answers. On an embedded broker; prints milliseconds and the ratio of the two.
 *
 * <pre>bench/run delivery [ALERTS_A_SECOND] [SECONDS]</pre>
 */
public final class DeadReceivers {
    private static final DeskId DESK = new DeskId("desk");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int perSecond;
    private final int seconds;
    private final EmbeddedBroker broker;
    private final Path folder;

    private DeadReceivers(int perSecond, int seconds, EmbeddedBroker broker, Path folder) {
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.broker = broker;
        this.folder = folder;
    }

    /** Alerts a second, 100 when left out; seconds, 20. */
    public static void main(String[] args) throws Exception {
        int perSecond = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        try (TempFolder temp = TempFolder.make();
                EmbeddedBroker broker =
                        EmbeddedBroker.start(new BrokerSettings(temp.path().resolve("kafka"), 0))) {
            var bench = new DeadReceivers(perSecond, seconds, broker, temp.path());
            bench.run("warm-up", List.of("healthy"));
            double alone = bench.run("alone", List.of("healthy"));
            double beside = bench.run("beside two dead", List.of("healthy", "dead", "hanging"));
            System.out.printf("p99 beside two dead receivers / alone: %.2f%n", beside / alone);
        }
        System.exit(0);
    }

    /** The 99th percentile in milliseconds. */
    private double run(String what, List<String> channels) throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
        String group = what.replace(' ', '-');
        try (Receiver receiver = new Receiver();
                Admin admin = Admin.create(kafka);
                OutboundClient client =
                        new OutboundClient(OutboundConfig.defaults("Dyadwire/bench (+https://dyadwire.example)")
                                .withAllow(AllowList.of("127.0.0.0/8")));
                var producer = new KafkaProducer<>(
                        kafka,
                        new StringSerializer(),
                        Topics.alertsOf(DESK).valueSerde().serializer())) {
            new TopicSetup(admin, true)
                    .ensure(List.of(Topics.alertsOf(DESK), Topics.DELIVERIES, Topics.CHANNELS, Topics.DEAD_LETTERS));
            List<Desk> desks = RulesFile.parse("rules.yaml", rules(channels, receiver), folder, Set.of())
                    .desks();
            Endpoints endpoints = new Endpoints(client, null, InstantSource.system());
            List<Endpoint> all = desks.getFirst().channels().stream()
                    .map(channel -> endpoints.of(desks.getFirst(), channel))
                    .toList();
            DeliveryService service = new DeliveryService(
                    desks,
                    all,
                    new ConsumerSettings(kafka, group, "one", Duration.ofSeconds(20)),
                    DeliveryConfig.DEFAULTS,
                    InstantSource.system(),
                    new SimpleMeterRegistry());
            service.beginAtTheEnd(admin);
            List<ChannelThread> threads = service.open();
            threads.forEach(ChannelThread::start);
            double p99 = measure(what, group, producer, receiver);
            threads.reversed().forEach(ChannelThread::close);
            service.close();
            return p99;
        }
    }

    private double measure(String what, String group, KafkaProducer<String, Alert> producer, Receiver receiver) {
        AlertId probe = tell(group + " probe", producer);
        await(receiver, List.of(probe));
        List<AlertId> told = new ArrayList<>();
        List<Long> at = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            at.add(due);
            told.add(tell(group + " " + i, producer));
        }
        await(receiver, told);
        double[] millis = new double[told.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = (receiver.came().get(told.get(i).value()) - at.get(i)) / 1e6;
        }
        java.util.Arrays.sort(millis);
        double p99 = millis[millis.length * 99 / 100];
        System.out.printf(
                "%s: %d alerts at %d a second, milliseconds p50 %.1f, p99 %.1f, worst %.1f%n",
                what, millis.length, perSecond, millis[millis.length / 2], p99, millis[millis.length - 1]);
        return p99;
    }

    private static void await(Receiver receiver, List<AlertId> told) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!told.stream().allMatch(id -> receiver.came().containsKey(id.value()))) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not all alerts arrived within " + PATIENCE);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private String rules(List<String> channels, Receiver receiver) throws Exception {
        Files.writeString(folder.resolve("secret"), "whsec_" + "A".repeat(43) + "=\n");
        StringBuilder list = new StringBuilder();
        for (String channel : channels) {
            String url = channel.equals("dead")
                    ? "http://127.0.0.1:9/"
                    : receiver.url(channel).toString();
            list.append("{kind: webhook, name: ")
                    .append(channel)
                    .append(", url: '")
                    .append(url)
                    .append("', secretFile: secret},");
        }
        return "desks: [{id: desk, channels: [" + list + "]}]\n";
    }

    private static AlertId tell(String name, KafkaProducer<String, Alert> producer) {
        Alert alert = new Alert(
                AlertId.of(name),
                AlertType.REMINDER,
                DESK,
                new AlertRule(new RuleId("own"), "Own", 1),
                Instant.now(),
                "3 days left.",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new AlertDeadline(
                        "rule:own",
                        "decision",
                        DeadlineKind.DEADLINE,
                        new PartialDate("2019-08-17"),
                        3,
                        null,
                        null,
                        null)));
        Future<RecordMetadata> unused = producer.send(Topics.alertsOf(DESK).record(alert, alert.at()));
        return alert.id();
    }
}

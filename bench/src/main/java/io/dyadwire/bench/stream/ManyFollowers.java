package io.dyadwire.bench.stream;

import io.dyadwire.bench.ServiceProcess;
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
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Many who follow one desk by server-sent events, some of whom never read: milliseconds from when an alert is written to
 * the desk's topic until each has read it, and the heap of the alerts service, which is a process of its own. Broker,
 * service and followers share the machine.
 *
 * <pre>bench/run stream [FOLLOWERS] [ASLEEP] [SECONDS] [ALERTS_A_SECOND] [HEAP]</pre>
 */
public final class ManyFollowers {
    private static final DeskId DESK = new DeskId("desk");
    private static final Topic<Alert> TOPIC = Topics.alertsOf(DESK);
    private static final int HEADLINE = 3_000;

    /** A caller is refused who asks more often than 50 times a second. */
    private static final long PACE_MILLIS = 25;

    private final int seconds;
    private final int perSecond;

    /** By the id of an alert: when it was written, nano time. */
    private final long[] written;

    private final int[] millis;
    private final AtomicInteger came = new AtomicInteger();

    private ManyFollowers(int readers, int seconds, int perSecond) {
        this.seconds = seconds;
        this.perSecond = perSecond;
        this.written = new long[seconds * perSecond];
        this.millis = new int[written.length * readers];
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int followers = number(args, 0, 500);
        int asleep = number(args, 1, 50);
        var bench = new ManyFollowers(followers - asleep, number(args, 2, 60), number(args, 3, 20));
        String heap = args.length > 4 ? args[4] : "256m";
        try (TempFolder temp = TempFolder.make();
                EmbeddedBroker broker =
                        EmbeddedBroker.start(new BrokerSettings(temp.path().resolve("broker"), 0))) {
            Path folder = temp.path();
            int port = ServiceProcess.freePort();
            String settings = settings(broker.bootstrapServers(), folder, port);
            try (ServiceProcess alerts = ServiceProcess.start("alerts", heap, folder, settings)) {
                until("alerts to answer", () -> answers(port) || !alerts.alive());
                if (!alerts.alive()) {
                    throw new IllegalStateException(Files.readString(folder.resolve("alerts.log")));
                }
                TimeUnit.SECONDS.sleep(10);
                bench.run(alerts, port, followers - asleep, asleep, broker.bootstrapServers());
            }
        }
        System.exit(0);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    private static String settings(String bootstrap, Path folder, int port) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                desks: [{id: desk}]
                rules: [{id: own, desk: desk, name: Own, keywords: treaty}]
                """);
        return """
                kafka: {bootstrapServers: "%s"}
                alerts: {rules: "%s", http: {port: %d}}
                """.formatted(bootstrap, rules, port);
    }

    private void run(ServiceProcess alerts, int port, int readers, int asleep, String bootstrap)
            throws IOException, InterruptedException, ExecutionException {
        print("%d followers, %d more never read; %d alerts a second for %d s"
                .formatted(readers, asleep, perSecond, seconds));
        heap("before anybody follows", alerts);
        List<Follower> all = new ArrayList<>();
        List<Follower> sleepers = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            all.add(new Follower(port, DESK.value(), this::read));
            TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
        }
        for (int i = 0; i < asleep; i++) {
            sleepers.add(Follower.asleep(port, DESK.value()));
            TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
        }
        until("all to follow", () -> all.stream().allMatch(Follower::begun));
        heap("all follow", alerts);
        write(alerts, bootstrap);
        TimeUnit.SECONDS.sleep(5);
        heap("at the end", alerts);
        report(readers);
        int cut = 0;
        for (Follower one : sleepers) {
            cut += one.wasCutOff() ? 1 : 0;
        }
        print("of %d who never read, %d were cut off".formatted(asleep, cut));
        for (Follower one : all) {
            one.close();
        }
    }

    /** Alerts at a steady pace; nobody else writes to the topic, so the n-th has the offset n. */
    private void write(ServiceProcess alerts, String bootstrap)
            throws IOException, InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                TOPIC.keySerde().serializer(),
                TOPIC.valueSerde().serializer())) {
            long start = System.nanoTime();
            for (int i = 0; i < written.length; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                Alert alert = alert(i);
                written[i] = System.nanoTime();
                long offset =
                        producer.send(TOPIC.record(alert, alert.at())).get().offset();
                if (offset != i) {
                    throw new IllegalStateException("alert " + i + " has the offset " + offset);
                }
                if (i > 0 && i % (perSecond * 20) == 0) {
                    print("after %d s: heap in use %.0f MB, resident %d MB"
                            .formatted(
                                    i / perSecond,
                                    ServiceProcess.used(alerts.metrics()) / 1e6,
                                    alerts.resident() / 1024));
                }
            }
        }
    }

    private void read(long id) {
        int at = came.getAndIncrement();
        if (at < millis.length) {
            millis[at] = (int) ((System.nanoTime() - written[(int) id]) / 1_000_000);
        }
    }

    private void report(int readers) {
        int read = Math.min(came.get(), millis.length);
        int[] sorted = Arrays.copyOf(millis, read);
        Arrays.sort(sorted);
        print("%,d of %,d came to who reads, milliseconds p50 %d, p99 %d, worst %d"
                .formatted(
                        came.get(),
                        (long) written.length * readers,
                        sorted[read / 2],
                        sorted[(int) (read * 0.99)],
                        sorted[read - 1]));
    }

    private static void heap(String when, ServiceProcess alerts) throws IOException, InterruptedException {
        print("%s: heap after collection %.1f MB, resident %d MB"
                .formatted(when, alerts.usedAfterCollection() / 1e6, alerts.resident() / 1024));
    }

    private static Alert alert(int number) {
        return new Alert(
                AlertId.of("bench " + number),
                AlertType.REMINDER,
                DESK,
                new AlertRule(new RuleId("own"), "Own", 1),
                InstantSource.system().instant(),
                "3 days left. " + "x".repeat(HEADLINE),
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
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void until(String what, BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited two minutes for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}

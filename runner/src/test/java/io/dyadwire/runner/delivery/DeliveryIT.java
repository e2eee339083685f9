package io.dyadwire.runner.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.JavaProcess;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.dyadwire.runner.cli.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivery, killed again and again while alerts go to three receivers, one slow, one failing for a while. Each gets every alert;
 * what comes twice has the same id, and is no more than what was under way at a kill. {@code -Ddelivery.kills=10
 * -Ddelivery.alerts=5000 -Ddelivery.failing=PT1M} for more of it.
 */
class DeliveryIT {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryIT.class);
    private static final int KILLS = Integer.getInteger("delivery.kills", 2);
    private static final int ALERTS = Integer.getInteger("delivery.alerts", 300);
    private static final Duration FAILING = Duration.parse(System.getProperty("delivery.failing", "PT4S"));
    private static final long SEED = Long.getLong("delivery.seed", System.nanoTime());
    private static final List<String> NAMES = List.of("quick", "slow", "failing");
    private static final DeskId DESK = new DeskId("asia");

    /** Each with a channel of its name. */
    private static final List<String> SHARED = List.of("east", "north", "northwest", "south", "southeast", "west");

    /** Messages that a webhook may have under way. */
    private static final int PARALLEL = 4;

    @TempDir
    private Path home;

    private final ScheduledExecutorService author = Executors.newScheduledThreadPool(2);
    private final Random random = new Random(SEED);
    private EmbeddedBroker broker;
    private Receivers receivers;
    private KafkaProducer<String, Alert> producer;
    private Process delivery;
    private final List<Process> others = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(new BrokerSettings(home.resolve("kafka"), 0));
        receivers = new Receivers(Duration.ofMillis(20));
        Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
        List<Topic<?>> topics = new ArrayList<>(List.of(Topics.DELIVERIES, Topics.CHANNELS, Topics.DEAD_LETTERS));
        topics.add(Topics.alertsOf(DESK));
        SHARED.forEach(desk -> topics.add(Topics.alertsOf(new DeskId(desk))));
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetup(admin, true).ensure(topics);
        }
        producer = new KafkaProducer<>(
                kafka,
                new StringSerializer(),
                Topics.alertsOf(DESK).valueSerde().serializer());
        List<String> rules = new ArrayList<>(List.of("desks:", desk(DESK.value(), NAMES)));
        SHARED.forEach(desk -> rules.add(desk(desk, List.of(desk))));
        Files.write(home.resolve("rules.yaml"), rules);
        Files.writeString(home.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        Files.createDirectories(home.resolve("config"));
        delivery = process("PT1H");
    }

    private String desk(String id, List<String> channels) {
        return channels.stream()
                .map(name ->
                        "{kind: webhook, name: " + name + ", url: '" + receivers.url(name) + "', secretFile: secret}")
                .collect(Collectors.joining(", ", "  - {id: " + id + ", channels: [", "]}"));
    }

    @AfterEach
    void stop() throws Exception {
        author.shutdownNow();
        delivery.destroyForcibly().waitFor();
        for (Process other : others) {
            other.destroyForcibly().waitFor();
        }
        producer.close(Duration.ZERO);
        receivers.close();
        broker.close();
    }

    @Test
    void shouldBringEveryAlertToEveryReceiverWhenKilledAgainAndAgain() throws Exception {
        AlertId probe = tell("probe");
        waiting("delivery works").until(() -> receivers.taken("quick").contains(probe.value()));
        List<String> ids = new ArrayList<>(List.of(probe.value()));
        var telling = author.scheduleAtFixedRate(
                () -> {
                    if (ids.size() <= ALERTS) {
                        ids.add(tell("alert " + ids.size()).value());
                    }
                },
                0,
                10,
                TimeUnit.MILLISECONDS);
        var mending = author.schedule(receivers::mend, FAILING.toMillis(), TimeUnit.MILLISECONDS);

        for (int kill = 0; kill < KILLS; kill++) {
            int before = receivers.taken("slow").size();
            waiting("something arrives")
                    .until(() -> receivers.taken("slow").size() > before + random.nextInt(60)
                            || receivers.taken("slow").size() > ALERTS);
            delivery.destroyForcibly().waitFor();
            assertThat(delivery.exitValue()).isEqualTo(128 + 9);
            delivery = process("PT1H");
        }

        waiting("all arrive")
                .until(() -> ids.size() == ALERTS + 1
                        && NAMES.stream().allMatch(name -> new HashSet<>(receivers.taken(name)).size() == ALERTS + 1));
        assertThat(telling.isDone()).isFalse();
        assertThat(mending.isDone()).isTrue();
        List<Integer> repeats = new ArrayList<>();
        for (String name : NAMES) {
            List<String> taken = receivers.taken(name);
            assertThat(new HashSet<>(taken)).as("%s, seed %d", name, SEED).containsExactlyInAnyOrderElementsOf(ids);
            repeats.add(taken.size() - ids.size());
            assertThat(taken.size() - ids.size())
                    .as("repeats at %s, seed %d", name, SEED)
                    .isBetween(0, KILLS * PARALLEL);
        }
        LOG.atWarn()
                .addKeyValue("kills", KILLS)
                .addKeyValue("alerts", ids.size())
                .addKeyValue("repeats", repeats)
                .addKeyValue("seed", SEED)
                .log("Delivery killed again and again; every alert on every receiver");
        waiting("all is written down").until(() -> run("list").contains("failing  up     " + ids.size()));
    }

    @Test
    void shouldSwitchOffWhatDoesNotWorkAndSendAgainWhenAsked() throws Exception {
        delivery.destroyForcibly().waitFor();
        delivery = process("PT0.5S");
        AlertId one = tell("one");

        waiting("the channel is off").until(() -> run("list").contains("off"));
        assertThat(run("list")).contains("nothing arrived").contains("HTTP 503").contains(one.value());
        waiting("the others are told").until(() -> receivers.taken("quick").size() == 2);

        receivers.mend();
        assertThat(run("replay", "asia", "failing")).contains("is off").contains("enable asia failing");
        assertThat(run("enable", "asia", "failing", "--replay")).contains("on: asia/failing; 1 alert to be sent again");

        waiting("it is sent again").until(() -> receivers.taken("failing").contains(one.value()));
        waiting("and written down").until(() -> !run("list").contains("failed  "));
        assertThat(run("disable", "asia", "quick", "--comment", "moved")).contains("off: asia/quick");
        AlertId two = tell("two");
        waiting("one of them is off")
                .until(() -> receivers.taken("failing").contains(two.value())
                        && run("list").contains("moved"));
        assertThat(receivers.taken("quick")).doesNotContain(two.value());
    }

    /** One is killed, another stopped, while alerts go to desks that three share; the third has them all then. */
    @Test
    void shouldTakeOverTheDesksOfInstancesThatEnd() throws Exception {
        others.add(instance("two", "PT1H"));
        others.add(instance("three", "PT1H"));
        List<String> told = new CopyOnWriteArrayList<>();
        var telling = author.scheduleAtFixedRate(
                () -> {
                    String name = "alert " + told.size();
                    SHARED.forEach(desk -> tell(new DeskId(desk), desk + name));
                    told.add(name);
                },
                0,
                100,
                TimeUnit.MILLISECONDS);
        waiting("three share the desks")
                .until(() ->
                        SHARED.stream().map(receivers::broughtBy).distinct().count() == 3
                                && SHARED.stream().noneMatch(desk -> receivers.broughtBy(desk) == null));
        SHARED.forEach(desk -> assertThat(receivers.taken(desk)).as(desk).doesNotHaveDuplicates());
        List<String> ofTwo = SHARED.stream()
                .filter(desk -> "two".equals(receivers.broughtBy(desk)))
                .toList();

        others.getFirst().destroy();
        delivery.destroyForcibly().waitFor();
        others.getFirst().waitFor();

        await("the third has all")
                .atMost(Duration.ofMinutes(1))
                .until(() -> SHARED.stream().map(receivers::broughtBy).allMatch("three"::equals));
        telling.cancel(false);
        for (String desk : SHARED) {
            Set<String> ids =
                    told.stream().map(name -> AlertId.of(desk + name).value()).collect(Collectors.toSet());
            await(desk).atMost(Duration.ofMinutes(1)).until(() -> new HashSet<>(receivers.taken(desk))
                    .containsAll(ids));
            assertThat(receivers.taken(desk).size() - ids.size())
                    .as("repeats at %s", desk)
                    .isBetween(0, ofTwo.contains(desk) ? 0 : PARALLEL);
        }
    }

    private Process process(String giveUpAfter) throws IOException {
        return instance("one", giveUpAfter);
    }

    private Process instance(String name, String giveUpAfter) throws IOException {
        return JavaProcess.start(
                home,
                home.resolve("delivery.log"),
                DeliveryProcess.class,
                broker.bootstrapServers(),
                home.resolve("rules.yaml").toString(),
                name,
                giveUpAfter);
    }

    private AlertId tell(String name) {
        return tell(DESK, name);
    }

    private AlertId tell(DeskId desk, String name) {
        Alert alert = new Alert(
                AlertId.of(name),
                AlertType.REMINDER,
                desk,
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
        var unused = producer.send(Topics.alertsOf(desk).record(alert, alert.at()));
        return alert.id();
    }

    /** What the command says on either stream. */
    private String run(String... args) {
        StringWriter said = new StringWriter();
        var line = CommandLines.of(new DeliveriesCommand(InstantSource.system()), List.of(), () -> false);
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--bootstrap", broker.bootstrapServers()));
        line.execute(all.toArray(String[]::new));
        return said.toString();
    }

    private ConditionFactory waiting(String what) {
        return await(what)
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .failFast("delivery has ended", () -> !delivery.isAlive());
    }
}

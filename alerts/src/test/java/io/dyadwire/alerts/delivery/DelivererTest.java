package io.dyadwire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Sender;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.mail.MailServer;
import io.dyadwire.alerts.channel.mail.Security;
import io.dyadwire.alerts.notify.ChannelThread;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelivererTest {
    private static final DeskId DESK = new DeskId("asia");
    private static final TopicPartition PARTITION =
            new TopicPartition(Topics.alertsOf(DESK).name(), 0);
    private static final Attempt DELIVERED = new Attempt.Delivered("HTTP 204");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final MockConsumer<String, byte[]> followed = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final MockConsumer<String, byte[]> again = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Map<String, List<Told>> sent = new HashMap<>();
    private final AtomicReference<Function<String, Attempt>> answer = new AtomicReference<>(channel -> DELIVERED);
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private ChannelThread following;
    private Deliverer deliverer;
    private long offset;
    private long written;

    @BeforeEach
    void start() throws Exception {
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        for (int i = 0; i < Topics.DELIVERIES.partitions(); i++) {
            beginnings.put(new TopicPartition(Topics.DELIVERIES.name(), i), 0L);
        }
        beginnings.put(new TopicPartition(Topics.CHANNELS.name(), 0), 0L);
        followed.updateBeginningOffsets(beginnings);
        followed.updateEndOffsets(beginnings);
        DeliveryBook book = new DeliveryBook();
        DeliveryFollower follower = new DeliveryFollower(followed, book);
        RuleBook rules = RulesFile.parse("rules.yaml", """
            desks:
              - id: asia
                channels:
                  - {kind: file, name: duty, file: duty.jsonl}
                  - {kind: file, name: archive, file: archive.jsonl}
                route:
                  channels: [archive]
                  routes:
                    - when: {severity: [critical]}
                      channels: [duty, archive]
            """, Path.of("."), Set.of());
        List<Desk> desks = rules.desks();
        Lane.Setting setting = new Lane.Setting(
                DeliveryConfig.DEFAULTS,
                new RetrySchedule(DeliveryConfig.DEFAULTS, () -> 0.5),
                new DeliveryLog(producer, registry),
                new AlertSource(() -> again),
                () -> Instant.now().plus(later.get()));
        deliverer = new Deliverer(
                new DeskChannels(desks, List.of(endpoint("duty"), endpoint("archive"))),
                consumer,
                follower,
                book,
                setting,
                registry);
        following = new ChannelThread(follower);
        following.start();
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.rebalance(List.of(PARTITION));
    }

    @AfterEach
    void stop() {
        deliverer.close();
        following.close();
    }

    @Test
    void shouldSendByTheChannelsOfItsRouteAndThenMoveOn() {
        arrives("one", "");
        arrives("two", "0");
        arrives("three", null);

        turnUntil(() -> committed() == 3);

        assertThat(sent.get("archive")).hasSize(3);
        assertThat(sent.get("duty")).hasSize(2);
        assertThat(deliveries()).hasSize(5).allMatch(delivery -> delivery.state() == DeliveryState.DELIVERED);
        assertThat(registry.get("dyadwire.alerts.deliveries")
                        .tags("desk", "asia", "channel", "archive", "state", "delivered")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void shouldNotKeepOneChannelBackForTheOther() {
        answer.set(channel -> channel.equals("duty") ? new Attempt.Failed("HTTP 503", null) : DELIVERED);
        for (int i = 0; i < 50; i++) {
            arrives("alert " + i, null);
        }

        turnUntil(() -> committed() == 50);

        assertThat(sent.get("archive")).hasSize(50);
        assertThat(sent.get("duty")).hasSize(1);
        assertThat(registry.get("dyadwire.alerts.channel.up")
                        .tag("channel", "duty")
                        .gauge()
                        .value())
                .isEqualTo(0.5);
        assertThat(registry.get("dyadwire.alerts.channel.waiting")
                        .tag("channel", "duty")
                        .gauge()
                        .value())
                .isEqualTo(50);
    }

    @Test
    void shouldTellTheDeskOnItsOtherChannelsThatOneIsOff() {
        answer.set(channel -> channel.equals("duty") ? new Attempt.Gone("HTTP 410") : DELIVERED);
        arrives("one", null);

        turnUntil(() -> told("archive").size() == 2);

        assertThat(told("archive"))
                .anySatisfy(told -> assertThat(told).isInstanceOfSatisfying(Told.OfChannel.class, word -> {
                    assertThat(word.status().channel()).isEqualTo("duty");
                    assertThat(word.status().state()).isEqualTo(ChannelState.OFF);
                    assertThat(word.undelivered()).isEqualTo(1);
                }));
        assertThat(letters()).containsExactly(Topics.alertsOf(DESK).name() + ":0:0");
    }

    @Test
    void shouldTryAgainWhatSomebodyAsksFor() {
        answer.set(channel -> channel.equals("duty") ? new Attempt.Gone("HTTP 410") : DELIVERED);
        arrives("one", null);
        turnUntil(() -> committed() == 1);
        answer.set(channel -> DELIVERED);

        follow(
                Topics.CHANNELS.name(),
                0,
                Topics.CHANNELS.valueSerde().write(ChannelStatus.up(DESK, "duty", Instant.now(), "kim")));
        turnUntil(() -> registry.get("dyadwire.alerts.channel.up")
                        .tag("channel", "duty")
                        .gauge()
                        .value()
                == 1);
        arrives("two", null);

        turnUntil(() -> told("duty").size() == 2);
    }

    @Test
    void shouldNotSendAgainWhatIsWrittenDown() {
        Alert one = Alerts.alert("one", DESK);
        Delivery before = new Delivery(
                one.id(), DESK, "duty", DeliveryState.DELIVERED, 1, Instant.now(), null, offset, null, null);
        follow(Topics.DELIVERIES.name(), 3, Topics.DELIVERIES.valueSerde().write(before));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> followed.position(new TopicPartition(Topics.DELIVERIES.name(), 3)) == 1);

        arrives("one", null);
        turnUntil(() -> committed() == 1);

        assertThat(told("archive")).hasSize(1);
        assertThat(told("duty")).isEmpty();
    }

    @Test
    void shouldSkipWhatIsNoAlert() {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, "key", new byte[] {1, 2}));
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, "key", null));
        arrives("one", null);

        turnUntil(() -> committed() == 3);

        assertThat(told("duty")).hasSize(1);
    }

    /** All the way to a mailbox, past a server that greylists. */
    @Test
    void shouldPutAnAlertIntoAMailboxOnceTheServerTakesIt() throws Exception {
        GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        try (Greylist door = new Greylist(mailbox.getSmtp().getPort());
                OutboundClient client =
                        new OutboundClient(OutboundConfig.defaults("Dyadwire/test (+https://dyadwire.example)")
                                .withAllow(AllowList.of("127.0.0.0/8")))) {
            Sender mail = mail(client, door.port());
            answer.set(
                    channel -> channel.equals("duty") ? mail.send(told("duty").getLast()) : DELIVERED);
            arrives("one", null);
            turnUntil(() -> told("duty").size() == 1
                    && deliveries().stream().anyMatch(delivery -> delivery.state() == DeliveryState.WAITING));
            assertThat(mailbox.getReceivedMessages()).isEmpty();

            again.schedulePollTask(() -> {
                again.addRecord(record("one", null, 0));
                again.addRecord(record("two", null, 1));
            });
            later.set(Duration.ofMinutes(1));
            arrives("two", null);
            turnUntil(() -> mailbox.getReceivedMessages().length == 2);

            assertThat(mailbox.getReceivedMessages())
                    .extracting(MimeMessage::getMessageID)
                    .containsExactly(
                            "<" + AlertId.of("one") + "@desk.example>", "<" + AlertId.of("two") + "@desk.example>");
            assertThat(deliveries()).anySatisfy(delivery -> {
                assertThat(delivery.state()).isEqualTo(DeliveryState.WAITING);
                assertThat(delivery.error()).contains("451 4.7.1 Greylisted");
            });
        } finally {
            mailbox.stop();
        }
    }

    private static Sender mail(OutboundClient client, int port) throws Exception {
        RuleBook rules = RulesFile.parse(
                "rules.yaml",
                "desks: [{id: asia, channels: [{kind: mail, to: [desk@desk.example]}]}]",
                Path.of("."),
                Set.of());
        MailServer server =
                new MailServer("localhost", port, Security.NONE, null, null, "Dyadwire <alerts@desk.example>", null);
        Desk desk = rules.desks().getFirst();
        return new Endpoints(client, server, Instant::now)
                .of(desk, desk.channels().getFirst())
                .sender();
    }

    @Test
    void shouldServeChannelsThatComeAndNoMoreThoseThatGo() throws Exception {
        answer.set(channel -> channel.equals("duty") ? new Attempt.Failed("HTTP 503", null) : DELIVERED);
        arrives("one", "0");
        turnUntil(() -> told("archive").size() == 1 && !told("duty").isEmpty());

        List<Desk> desks = RulesFile.parse(
                        "rules.yaml",
                        "desks: [{id: asia, channels: [{kind: file, name: archive, file: archive.jsonl},"
                                + " {kind: file, name: night, file: night.jsonl}]}]",
                        Path.of("."),
                        Set.of())
                .desks();
        deliverer.serve(new DeskChannels(desks, List.of(endpoint("archive"), endpoint("night"))));
        deliverer.turn();
        int tried = told("duty").size();
        arrives("two", "0");
        turnUntil(() -> told("night").size() == 1 && told("archive").size() == 1 && committed() == 2);

        assertThat(told("duty")).as("is gone, and is not tried again").hasSize(tried);
    }

    @Test
    void shouldWaitWhereNoDeskHasChannelsAnyMore() throws Exception {
        deliverer.serve(new DeskChannels(List.of(), List.of()));

        turnUntil(() -> consumer.subscription().isEmpty());
        assertThat(deliverer.turn()).isTrue();
    }

    private Endpoint endpoint(String channel) {
        sent.put(channel, Collections.synchronizedList(new ArrayList<>()));
        return new Endpoint(
                new EndpointId(DESK, channel),
                told -> {
                    sent.get(channel).add(told);
                    return answer.get().apply(channel);
                },
                1,
                null);
    }

    private List<Told> told(String channel) {
        return List.copyOf(sent.get(channel));
    }

    private void arrives(String name, String route) {
        consumer.addRecord(record(name, route, offset++));
    }

    private static ConsumerRecord<String, byte[]> record(String name, String route, long offset) {
        Alert alert = Alerts.alert(name, DESK, route);
        byte[] value = Topics.ALERTS.valueSerde().write(alert);
        return new ConsumerRecord<>(PARTITION.topic(), 0, offset, alert.id().value(), value);
    }

    private void follow(String topic, int partition, byte[] value) {
        TopicPartition place = new TopicPartition(topic, partition);
        followed.schedulePollTask(() -> {
            followed.addRecord(new ConsumerRecord<>(topic, partition, written++, "key", value));
            followed.updateEndOffsets(Map.of(place, written));
        });
    }

    private void turnUntil(java.util.concurrent.Callable<Boolean> done) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    deliverer.turn();
                    return done.call();
                });
    }

    private long committed() {
        var place = consumer.committed(Set.of(PARTITION)).get(PARTITION);
        return place == null ? -1 : place.offset();
    }

    private List<Delivery> deliveries() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(Topics.DELIVERIES.name()))
                .map(record -> Topics.DELIVERIES.valueSerde().read(record.value()))
                .toList();
    }

    private List<String> letters() {
        return producer.history().stream()
                .filter(record -> record.topic().equals(Topics.DEAD_LETTERS.name()))
                .map(record -> record.key())
                .toList();
    }
}

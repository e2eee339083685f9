package io.dyadwire.alerts.notify.console;

import io.dyadwire.alerts.notify.Channel;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints every alert of every desk, each at least once: the place in the topic is committed after printing. What came
 * together is printed in the order of its time.
 */
public final class ConsoleNotifier implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleNotifier.class);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final AlertPrinter printer;
    private final java.util.function.Consumer<String> out;
    private final JsonSerde<Alert> json = Topics.ALERTS.valueSerde();

    /**
     * Reads with this consumer, which becomes its own.
     *
     * @param out takes line after line; an empty one after each alert
     */
    public ConsoleNotifier(
            Consumer<String, byte[]> consumer, AlertPrinter printer, java.util.function.Consumer<String> out) {
        this.consumer = consumer;
        this.printer = printer;
        this.out = out;
        consumer.subscribe(List.of(Topics.ALERTS.name()));
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public boolean turn() {
        ConsumerRecords<String, byte[]> records = consumer.poll(WAIT);
        List<Alert> alerts = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            read(record, alerts);
        }
        alerts.sort(Comparator.comparing(Alert::at));
        for (Alert alert : alerts) {
            printer.lines(alert).forEach(out);
            out.accept("");
        }
        if (!records.isEmpty()) {
            consumer.commitSync();
        }
        return true;
    }

    @Override
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void read(ConsumerRecord<String, byte[]> record, List<Alert> alerts) {
        try {
            Alert alert = json.deserializer().deserialize(record.topic(), record.value());
            if (alert != null) {
                alerts.add(alert);
            }
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", e.getMessage())
                    .log("not an alert, skipped");
        }
    }
}

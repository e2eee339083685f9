package io.dyadwire.contract.example;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public final class ReadAlerts {
    private static final Topic<Alert> ALERTS = Topics.alertsOf(new DeskId("northeast-asia"));

    private static final Map<String, Object> SETTINGS = Map.of(
            "bootstrap.servers", "localhost:9092",
            "group.id", "my-newsroom",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false");

    public static void main(String[] args) {
        try (var consumer = new KafkaConsumer<>(
                SETTINGS, ALERTS.keySerde().deserializer(), ALERTS.valueSerde().deserializer())) {
            consumer.subscribe(List.of(ALERTS.name()));
            while (true) {
                for (ConsumerRecord<String, Alert> record : consumer.poll(Duration.ofSeconds(1))) {
                    Alert alert = record.value();
                    System.out.println(alert.at() + " " + alert.type() + " " + alert.reason());
                }
                consumer.commitSync();
            }
        }
    }
}

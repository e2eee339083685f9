package io.dyadwire.alerts.topology;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.topic.Topics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Sends an alert to its desk's own topic; all of them are there before the topology starts. */
record DeskTopic() implements TopicNameExtractor<String, Alert> {
    @Override
    public String extract(String key, Alert alert, RecordContext context) {
        return Topics.alertsOf(alert.desk()).name();
    }
}

package io.dyadwire.alerts.told;

import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** {@code news.desk-actions}. */
public final class ActionTopic implements DeskActions, AutoCloseable {
    private final Producer<String, DeskAction> producer;

    /** @param producer becomes its own */
    public ActionTopic(Producer<String, DeskAction> producer) {
        this.producer = producer;
    }

    @Override
    public void write(DeskAction action) throws InterruptedException {
        try {
            producer.send(Topics.DESK_ACTIONS.record(action, action.at())).get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "what was done with the alert " + action.alert() + " could not be written down", e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

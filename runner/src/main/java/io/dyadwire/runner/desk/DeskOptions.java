package io.dyadwire.runner.desk;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.KafkaTrouble;
import io.dyadwire.runner.tail.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Mixin;

/** What the commands of a desk have in common: reading what was told, writing what was done; a picocli mixin. */
final class DeskOptions {
    private static final int SHORTEST_ID = 6;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    /** Everything on this topic that is wanted, oldest first; what cannot be read is left out. */
    <V> List<V> read(Topic<V> topic, Predicate<V> wanted) {
        String servers = ConfigOptions.bootstrapServers(options.config());
        List<V> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(client(servers), topic.name())) {
            reader.seekToStart();
            reader.read(true, read -> {
                try {
                    V value = read.value() == null ? null : topic.valueSerde().read(read.value());
                    if (value != null && wanted.test(value)) {
                        found.add(value);
                    }
                } catch (SerializationException e) {
                    // Not ours to judge here: the services put it aside.
                }
                return true;
            });
            return found;
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    /** The alert of this id, of which the first characters are enough. */
    Alert alert(String id) {
        if (id.length() < SHORTEST_ID) {
            throw new CommandException("'" + id + "' is too short for the id of an alert: give " + SHORTEST_ID
                    + " characters or more; 'dyadwire tail alerts --all --once' shows them");
        }
        List<Alert> found = read(Topics.ALERTS, alert -> alert.id().value().startsWith(id));
        if (found.isEmpty()) {
            throw new CommandException(
                    "there is no alert '" + id + "'; 'dyadwire tail alerts --all --once' shows those that are kept");
        }
        long several = found.stream().map(Alert::id).distinct().count();
        if (several > 1) {
            throw new CommandException("'" + id + "' begins " + several + " alerts: give more of the id");
        }
        return found.getFirst();
    }

    void write(DeskAction action) throws InterruptedException {
        String servers = ConfigOptions.bootstrapServers(options.config());
        Topic<DeskAction> topic = Topics.DESK_ACTIONS;
        try (Admin admin = Admin.create(client(servers));
                var producer = new KafkaProducer<>(
                        client(servers),
                        topic.keySerde().serializer(),
                        topic.valueSerde().serializer())) {
            new TopicSetup(admin, false).ensure(List.of(topic));
            producer.send(topic.record(action, action.at())).get();
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        } catch (ExecutionException e) {
            throw KafkaTrouble.with(servers, new KafkaException(e.getCause()));
        }
    }

    private Map<String, Object> client(String servers) {
        return options.config().kafka().client(servers);
    }
}

package io.dyadwire.runner.delivery;

import io.dyadwire.alerts.delivery.EndpointId;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.KafkaTrouble;
import io.dyadwire.runner.tail.TopicReader;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads and writes {@code news.deliveries} and {@code news.channels} for a command; a picocli mixin. */
final class DeliveryTopics {
    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Option(names = "--by", paramLabel = "NAME", description = "Who; the name you are logged in by when left out.")
    private String by = System.getProperty("user.name", "somebody");

    String by() {
        return by;
    }

    /** The newest of each key, in the order of writing. */
    Map<String, Delivery> deliveries() {
        return newest(Topics.DELIVERIES);
    }

    Map<EndpointId, ChannelStatus> channels() {
        Map<EndpointId, ChannelStatus> channels = new LinkedHashMap<>();
        newest(Topics.CHANNELS)
                .values()
                .forEach(status -> channels.put(new EndpointId(status.desk(), status.channel()), status));
        return channels;
    }

    private <V> Map<String, V> newest(Topic<V> topic) {
        String servers = ConfigOptions.bootstrapServers(options.config());
        Map<String, V> newest = new LinkedHashMap<>();
        ensure(servers, topic);
        try (TopicReader reader = new TopicReader(client(servers), topic.name())) {
            reader.seekToStart();
            reader.read(true, record -> {
                newest.remove(record.key());
                try {
                    if (record.value() != null) {
                        newest.put(record.key(), topic.valueSerde().read(record.value()));
                    }
                } catch (SerializationException e) {
                    // Not ours to judge here: the service leaves it out as well.
                }
                return true;
            });
            return newest;
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    void write(ChannelStatus status) throws InterruptedException {
        write(Topics.CHANNELS, List.of(status), status.at());
    }

    void write(Collection<Delivery> deliveries, Instant now) throws InterruptedException {
        write(Topics.DELIVERIES, deliveries, now);
    }

    private <V> void write(Topic<V> topic, Collection<V> values, Instant now) throws InterruptedException {
        String servers = ConfigOptions.bootstrapServers(options.config());
        ensure(servers, topic);
        try (var producer = new KafkaProducer<>(
                client(servers),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer())) {
            for (V value : values) {
                producer.send(topic.record(value, now)).get();
            }
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        } catch (ExecutionException e) {
            throw KafkaTrouble.with(servers, new KafkaException(e.getCause()));
        }
    }

    private void ensure(String servers, Topic<?> topic) {
        try (Admin admin = Admin.create(client(servers))) {
            new TopicSetup(admin, false).ensure(List.of(topic));
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        } catch (ExecutionException e) {
            throw KafkaTrouble.with(servers, new KafkaException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> client(String servers) {
        return options.config().kafka().client(servers);
    }
}

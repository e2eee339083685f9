package io.dyadwire.runner.topics;

import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.TopicSetup;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.cli.Table;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.config.KafkaTrouble;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the topics, and compares them with a cluster's or creates them there. */
@Command(
        name = "topics",
        description = {
            "The Kafka topics: key, value, partitions, retention.",
            "With --check also whether the cluster has them; --create makes those that are missing."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire topics                                       the list alone, no Kafka needed",
            "  dyadwire topics --check                               compared with the one that 'up' runs",
            "  dyadwire topics --create --bootstrap kafka:9092       on a cluster"
        })
public final class TopicsCommand implements Callable<Integer> {
    private static final Map<Topic<?>, String> KEYS = Map.ofEntries(
            Map.entry(Topics.ARTICLES, "article id"),
            Map.entry(Topics.TAGGED, "article id"),
            Map.entry(Topics.PAIRS, "pair"),
            Map.entry(Topics.PAIR_ACTIVITY, "pair"),
            Map.entry(Topics.DEADLINES, "deadline id"),
            Map.entry(Topics.RULES, "kind:id"),
            Map.entry(Topics.ALERTS, "alert id"),
            Map.entry(Topics.DECISIONS, "article or deadline id"),
            Map.entry(Topics.DESK_ACTIONS, "desk id"),
            Map.entry(Topics.DELIVERIES, "channel:desk:alert id"),
            Map.entry(Topics.CHANNELS, "channel:desk"),
            Map.entry(Topics.FEED_SOURCES, "feed id"),
            Map.entry(Topics.FEEDS, "feed id"),
            Map.entry(Topics.DEAD_LETTERS, "topic:partition:offset"));

    @Option(names = "--check", description = "Compare with the cluster; exit code 1 when something differs.")
    private boolean check;

    @Option(names = "--create", description = "Create the missing ones on the cluster, then compare.")
    private boolean create;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (!check && !create) {
            print(out, null);
            return 0;
        }
        Map<Topic<?>, ClusterTopics.State> states = ask();
        print(out, states);
        return states.values().stream()
                        .anyMatch(
                                state -> state.missing() || !state.differences().isEmpty())
                ? 1
                : 0;
    }

    private Map<Topic<?>, ClusterTopics.State> ask() throws InterruptedException {
        DyadwireConfig config = options.config();
        String servers = ConfigOptions.bootstrapServers(config);
        Map<String, Object> client = config.kafka().client(servers);
        client.put("default.api.timeout.ms", "10000");
        client.put("request.timeout.ms", "5000");
        try (Admin admin = Admin.create(client)) {
            if (create) {
                new TopicSetup(admin, false).ensure(Topics.all());
            }
            return new ClusterTopics(admin).compare(Topics.all());
        } catch (ExecutionException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    private static void print(PrintWriter out, @Nullable Map<Topic<?>, ClusterTopics.State> states) {
        Table table = new Table("TOPIC", "KEY", "VALUE", "PARTITIONS", "KEPT", states == null ? "" : "ON THE CLUSTER");
        for (Topic<?> topic : Topics.all()) {
            add(table, topic, KEYS.getOrDefault(topic, ""), states == null ? "" : words(states, topic));
        }
        if (states == null) {
            add(table, Topics.ALERTS, Topics.ALERTS.name() + ".<desk>", KEYS.get(Topics.ALERTS), 1, "");
        }
        table.lines().forEach(out::println);
        out.flush();
    }

    private static String words(Map<Topic<?>, ClusterTopics.State> states, Topic<?> topic) {
        ClusterTopics.State state = states.get(topic);
        return state == null ? "not asked" : state.words();
    }

    private static void add(Table table, Topic<?> topic, String key, String state) {
        add(table, topic, topic.name(), key, topic.partitions(), state);
    }

    private static void add(Table table, Topic<?> topic, String name, String key, int partitions, String state) {
        table.add(name, key, topic.type().getSimpleName(), Integer.toString(partitions), kept(topic), state);
    }

    private static String kept(Topic<?> topic) {
        Duration retention = topic.retention();
        String time = retention == null ? "" : retention.toDays() + " days";
        return switch (topic.cleanup()) {
            case DELETE -> retention == null ? "for ever" : time;
            case COMPACT -> "newest of each key";
            case COMPACT_AND_DELETE -> "newest of each key, " + time;
        };
    }
}

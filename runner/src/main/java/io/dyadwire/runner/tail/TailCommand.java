package io.dyadwire.runner.tail;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.config.KafkaTrouble;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what flows on a topic. */
@Command(
        name = "tail",
        description = {
            "What flows on a topic, as words or JSON.",
            "Reads as any consumer would (read_committed, no group) and goes on until Ctrl-C."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire tail                                  tagged articles as they come",
            "  dyadwire tail --pair JPN-KOR --since P1D       one pair over the last day",
            "  dyadwire tail alerts --desk world --all        all alerts of one desk, then new ones",
            "  dyadwire tail deadlines --all --once --json    what is there now, one JSON a line"
        })
public final class TailCommand implements Callable<Integer> {
    private static final String PREFIX = "news.";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TOPIC",
            description = "articles, tagged, pairs, deadlines, alerts, … with or without 'news.' in front"
                    + " ('dyadwire topics' lists them). Without it tagged, pairs with --pair, alerts with --desk.")
    private @Nullable String name;

    @Option(names = "--pair", paramLabel = "PAIR", description = "Only this pair of countries, such as JPN-KOR.")
    private @Nullable String pair;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only this topic, such as export-controls.")
    private @Nullable String topic;

    @Option(names = "--desk", paramLabel = "DESK", description = "Only this desk.")
    private @Nullable String desk;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Begin this long ago, such as PT1H or P1D (by the time of the records). Else with the next.")
    private @Nullable Duration since;

    @Option(names = "--all", description = "Begin with the oldest record that is kept.")
    private boolean all;

    @Option(names = "--once", description = "End where the topic ends now, rather than wait for more.")
    private boolean once;

    @Option(names = "--limit", paramLabel = "N", description = "End after N lines.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "One JSON a line, as it is on the topic.")
    private boolean json;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;

    public TailCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Wanted wanted = wanted();
        Topic<?> found = topic(wanted);
        DyadwireConfig config = options.config();
        String servers = ConfigOptions.bootstrapServers(config);
        PrintWriter out = spec.commandLine().getOut();
        EventPrinter printer = new EventPrinter(found, wanted, json, out);
        try (TopicReader reader = new TopicReader(config.kafka().client(servers), found.name())) {
            seek(reader);
            reader.read(once, new Counting(printer, out)::take);
            return 0;
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    /** Counts the lines printed, and stops at the limit or when nobody reads them any more. */
    private final class Counting {
        private final EventPrinter printer;
        private final PrintWriter out;
        private long lines;

        private Counting(EventPrinter printer, PrintWriter out) {
            this.printer = printer;
            this.out = out;
        }

        private boolean take(ConsumerRecord<String, byte[]> found) {
            if (printer.print(found)) {
                lines++;
            }
            return !out.checkError() && lines < limit;
        }
    }

    private void seek(TopicReader reader) {
        if (all) {
            reader.seekToStart();
        } else if (since != null) {
            reader.seekTo(clock.instant().minus(since));
        } else {
            reader.seekToEnd();
        }
    }

    private Wanted wanted() {
        try {
            if (topic != null) {
                Check.slug("--topic", topic);
            }
            return new Wanted(pair == null ? null : new Pair(pair), topic, desk == null ? null : new DeskId(desk));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private Topic<?> topic(Wanted wanted) {
        if (name == null) {
            return wanted.desk() != null
                    ? Topics.alertsOf(wanted.desk())
                    : wanted.pair() != null ? Topics.PAIRS : Topics.TAGGED;
        }
        String full = name.startsWith(PREFIX) ? name : PREFIX + name;
        String ofDesk = Topics.ALERTS.name() + ".";
        if (full.startsWith(ofDesk)) {
            return Topics.alertsOf(new DeskId(full.substring(ofDesk.length())));
        }
        return Topics.all().stream()
                .filter(one -> one.name().equals(full))
                .findFirst()
                .orElseThrow(() -> usage("there is no topic '" + name + "' (there are: "
                        + Stream.concat(Topics.all().stream().map(Topic::name), Stream.of(ofDesk + "<desk>"))
                                .map(one -> one.substring(PREFIX.length()))
                                .collect(Collectors.joining(", "))
                        + ")"));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

package io.dyadwire.runner.deadlines;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.config.KafkaTrouble;
import io.dyadwire.runner.tail.TopicReader;
import io.dyadwire.runner.up.Inputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dyadwire deadlines}. */
@Command(
        name = "deadlines",
        description = {
            "What is due when: the deadlines and events that articles told of.",
            "By due date, with the days left, where each stands and how many publishers say so."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire deadlines                      all that is still to come",
            "  dyadwire deadlines --pair JPN-KOR       between two countries",
            "  dyadwire deadlines --desk asia --all    what a desk's rules follow, also what is over"
        })
public final class DeadlinesCommand implements Callable<Integer> {
    @Option(names = "--pair", paramLabel = "PAIR", description = "Only this pair of countries, such as JPN-KOR.")
    private @Nullable String pair;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only this topic, such as export-controls.")
    private @Nullable String topic;

    @Option(
            names = "--desk",
            paramLabel = "DESK",
            description =
                    "Only what the rules of this desk follow, and what it sets itself; days are counted in its zone, else in UTC.")
    private @Nullable String desk;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Where the desk's rules stand; else the file that 'alerts' reads.")
    private @Nullable Path rules;

    @Option(names = "--all", description = "Also those that are over or called off.")
    private boolean all;

    @Option(names = "--json", description = "A line of JSON for each, as it is on the topic, with all that was said.")
    private boolean json;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;

    public DeadlinesCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Predicate<Deadline> wanted = asked();
        ZoneId zone = ZoneOffset.UTC;
        List<Rule> own = List.of();
        if (desk != null) {
            Path file = rules == null ? options.home(options.config().alerts().rules()) : rules;
            RuleBook book = Inputs.rules(
                    file, Inputs.topics(options.topics(options.config())).slugs());
            Desk known = find(book, desk, file);
            wanted = wanted.and(followedBy(known, book));
            zone = known.zone();
            own = ownOf(known, book, LocalDate.ofInstant(clock.instant(), zone));
        }
        List<Deadline> found =
                DeadlineTable.sorted(read().stream().filter(wanted).toList());
        print(found, own, LocalDate.ofInstant(clock.instant(), zone));
        return 0;
    }

    /** What the desk sets itself has neither pair nor topic. */
    private List<Rule> ownOf(Desk known, RuleBook book, LocalDate today) {
        if (pair != null || topic != null) {
            return List.of();
        }
        return book.rules().stream()
                .filter(rule -> rule.desk().equals(known.id()))
                .filter(rule -> rule.due() != null && (all || !rule.due().isBefore(today)))
                .toList();
    }

    private Predicate<Deadline> asked() {
        try {
            Pair between = pair == null ? null : new Pair(pair);
            String about = topic == null ? null : Check.slug("--topic", topic);
            return deadline -> (all || isOpen(deadline))
                    && (between == null || deadline.pairs().contains(between))
                    && (about == null || deadline.topics().contains(about));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isOpen(Deadline deadline) {
        return switch (deadline.state()) {
            case ANNOUNCED, CONFIRMED, MOVED -> true;
            case CANCELLED, POSTPONED, MET, PASSED -> false;
        };
    }

    private Desk find(RuleBook book, String id, Path file) {
        return book.desks().stream()
                .filter(known -> known.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> usage("there is no desk '" + id + "' in " + file + "; it has "
                        + book.desks().stream().map(Desk::id).map(DeskId::value).toList()));
    }

    private static Predicate<Deadline> followedBy(Desk desk, RuleBook book) {
        RuleMatcher matcher = new RuleMatcher(book);
        return deadline ->
                matcher.matchAny(deadline).stream().anyMatch(rule -> rule.desk().equals(desk.id()));
    }

    /** The newest record of each; what cannot be read is left out and said. */
    private List<Deadline> read() {
        DyadwireConfig config = options.config();
        String servers = ConfigOptions.bootstrapServers(config);
        Map<String, Deadline> newest = new HashMap<>();
        try (TopicReader reader = new TopicReader(config.kafka().client(servers), Topics.DEADLINES.name())) {
            reader.seekToStart();
            reader.read(true, record -> {
                if (record.value() == null) {
                    newest.remove(record.key());
                    return true;
                }
                try {
                    newest.put(record.key(), Topics.DEADLINES.valueSerde().read(record.value()));
                } catch (SerializationException e) {
                    spec.commandLine()
                            .getErr()
                            .println(record.topic() + ":" + record.partition() + ":" + record.offset()
                                    + " cannot be read: " + e.getMessage());
                }
                return true;
            });
            return List.copyOf(newest.values());
        } catch (KafkaException e) {
            throw KafkaTrouble.with(servers, e);
        }
    }

    private void print(List<Deadline> found, List<Rule> own, LocalDate today) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            for (Deadline deadline : found) {
                out.println(Json.mapper().writeValueAsString(deadline));
            }
        } else if (found.isEmpty() && own.isEmpty()) {
            out.println(all ? "no deadline was told of" : "nothing is due; --all shows what is over as well");
        } else {
            DeadlineTable.lines(found, own, today).forEach(out::println);
        }
        out.flush();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

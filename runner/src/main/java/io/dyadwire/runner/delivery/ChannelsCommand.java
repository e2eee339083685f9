package io.dyadwire.runner.delivery;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.channel.Sample;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.delivery.Endpoint;
import io.dyadwire.alerts.delivery.Endpoints;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.up.Inputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire channels}. */
@Command(
        name = "channels",
        description = {"The channels of the desks, as the rules file has them.", "Needs no Kafka."},
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire channels list               each desk's channels",
            "  dyadwire channels test asia          send a sample by all channels of a desk",
            "  dyadwire channels test asia duty     by one of them"
        })
public final class ChannelsCommand implements Runnable {
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    public ChannelsCommand(InstantSource clock) {
        this.clock = clock;
    }

    /** Which rules file; a picocli mixin. */
    static final class Files {
        @Mixin
        private final ConfigOptions options = new ConfigOptions();

        @Option(
                names = "--rules",
                paramLabel = "FILE",
                description = "Where the desks stand; else the file that 'alerts' reads.")
        private @Nullable Path rules;

        private RuleBook book() {
            DyadwireConfig config = options.config();
            Path file = rules == null ? options.home(config.alerts().rules()) : rules;
            return Inputs.rules(file, Inputs.topics(options.topics(config)).slugs());
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "say what to do with the channels");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Each desk's channels."})
    int list(@Mixin Files files) {
        Table table = new Table("DESK", "CHANNEL", "KIND", "RATE");
        for (Desk desk : files.book().desks()) {
            for (ChannelConfig channel : desk.channels()) {
                String rate = channel.rate() == null
                        ? ""
                        : channel.rate().messages() + "/" + channel.rate().within();
                table.add(desk.id().value(), channel.name(), channel.kind().word(), rate);
            }
        }
        table.lines().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Send a sample that says of itself that nothing has happened, and show what came back.",
                "One attempt for each channel. Exit code 1 when one of them did not take it."
            })
    int test(
            @Parameters(paramLabel = "DESK", description = "As in the rules file.") String desk,
            @Parameters(paramLabel = "CHANNEL", arity = "0..1", description = "Only this one.") @Nullable
                    String channel,
            @Mixin Files files) {
        Desk found = desk(desk, files.book());
        List<ChannelConfig> channels = found.channels().stream()
                .filter(config -> channel == null || config.name().equals(channel))
                .toList();
        if (channels.isEmpty()) {
            throw new CommandException(
                    channel == null
                            ? "desk '" + desk + "' has no channels in the rules file"
                            : "desk '" + desk + "' has no channel '" + channel + "' (it has: "
                                    + found.channels().stream()
                                            .map(ChannelConfig::name)
                                            .collect(Collectors.joining(", "))
                                    + ")");
        }
        boolean good = true;
        DyadwireConfig settings = files.options.config();
        try (OutboundClient client = new OutboundClient(settings.outbound().client())) {
            Endpoints endpoints = new Endpoints(client, settings.alerts().mailServer(files.options::home), clock);
            Told sample = Sample.of(found.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            for (ChannelConfig config : channels) {
                good &= test(found, config, endpoints, sample);
            }
        }
        return good ? 0 : 1;
    }

    private boolean test(Desk desk, ChannelConfig config, Endpoints endpoints, Told sample) {
        String name = desk.id() + "/" + config.name() + " (" + config.kind().word() + "): ";
        long began = System.nanoTime();
        Attempt attempt;
        try {
            Endpoint endpoint = endpoints.of(desk, config);
            try (var sender = endpoint.sender()) {
                attempt = sender.send(sample);
            }
        } catch (IllegalArgumentException e) {
            say(name + "cannot work: " + e.getMessage());
            return false;
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        say(name
                + switch (attempt) {
                    case Attempt.Delivered(String answer) -> "delivered in " + millis + " ms: " + answer;
                    case Attempt.Gone(String error) -> "gone: " + error;
                    case Attempt.Refused(String error) -> "refused: " + error;
                    case Attempt.Failed(String error, var after) ->
                        "failed: " + error + (after == null ? "" : " (it asks us to wait " + after + ")");
                });
        return attempt instanceof Attempt.Delivered;
    }

    private static Desk desk(String id, RuleBook book) {
        return book.desks().stream()
                .filter(desk -> desk.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException("there is no desk '" + id + "' in the rules file (it has: "
                        + book.desks().stream().map(desk -> desk.id().value()).collect(Collectors.joining(", "))
                        + ")"));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(PlainText.line(line));
        out.flush();
    }
}

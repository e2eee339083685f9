package io.dyadwire.runner.delivery;

import io.dyadwire.alerts.delivery.EndpointId;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire deliveries}. */
@Command(
        name = "deliveries",
        description = {
            "How the desks' channels are, and what became of each alert.",
            "Talks to the 'up' that runs on the data folder, or to a cluster."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire deliveries list                         each channel, then what waits and what was given up",
            "  dyadwire deliveries enable asia duty --replay    switch a channel on, and send what it has missed",
            "  dyadwire deliveries replay asia duty --since P1D send again what was given up in the last day",
            "  dyadwire deliveries disable asia duty            send nothing by it"
        })
public final class DeliveriesCommand implements Runnable {
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    public DeliveriesCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "say what to do with the deliveries");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Each channel, then what waits and what was given up."})
    int list(
            @Option(names = "--desk", paramLabel = "DESK", description = "Only this desk.") @Nullable String desk,
            @Option(names = "--all", description = "Also what has arrived.") boolean all,
            @Mixin DeliveryTopics topics) {
        PrintWriter out = spec.commandLine().getOut();
        List<Delivery> found = topics.deliveries().values().stream()
                .filter(delivery -> desk == null || delivery.desk().value().equals(desk))
                .toList();
        Map<EndpointId, ChannelStatus> channels = topics.channels();
        channels.keySet().removeIf(id -> desk != null && !id.desk().value().equals(desk));
        if (found.isEmpty() && channels.isEmpty()) {
            out.println("Nothing has been delivered" + (desk == null ? "" : " to this desk") + " yet.");
        } else {
            channels(found, channels).lines().forEach(out::println);
            List<Delivery> shown = found.stream()
                    .filter(delivery -> all || delivery.state() != DeliveryState.DELIVERED)
                    .sorted(Comparator.comparing(Delivery::at))
                    .toList();
            if (!shown.isEmpty()) {
                out.println();
                alerts(shown).lines().forEach(out::println);
            }
        }
        out.flush();
        return 0;
    }

    private static Table channels(List<Delivery> deliveries, Map<EndpointId, ChannelStatus> statuses) {
        Map<String, EndpointId> ids = new TreeMap<>();
        statuses.keySet().forEach(id -> ids.put(id.toString(), id));
        deliveries.stream()
                .map(delivery -> new EndpointId(delivery.desk(), delivery.channel()))
                .forEach(id -> ids.put(id.toString(), id));
        Table table = new Table("DESK", "CHANNEL", "STATE", "DELIVERED", "WAITING", "FAILED", "NEXT TRY", "WHY");
        for (EndpointId id : ids.values()) {
            ChannelStatus status = statuses.get(id);
            table.add(
                    id.desk().value(),
                    id.channel(),
                    status == null ? "up" : word(status.state()),
                    count(deliveries, id, DeliveryState.DELIVERED),
                    count(deliveries, id, DeliveryState.WAITING),
                    count(deliveries, id, DeliveryState.FAILED),
                    status == null ? "" : time(status.nextAt()),
                    status == null ? "" : why(status.error(), status.by()));
        }
        return table;
    }

    private static Table alerts(List<Delivery> deliveries) {
        Table table = new Table("ALERT", "DESK", "CHANNEL", "STATE", "TRIES", "AT", "NEXT TRY", "WHY");
        for (Delivery delivery : deliveries) {
            table.add(
                    delivery.alertId().value(),
                    delivery.desk().value(),
                    delivery.channel(),
                    word(delivery.state()),
                    Integer.toString(delivery.attempts()),
                    time(delivery.at()),
                    time(delivery.nextAt()),
                    why(delivery.error(), delivery.by()));
        }
        return table;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Send again what a channel has not delivered.",
                "What was given up, of the last 7 days unless told otherwise; the ids stay the same."
            })
    int replay(
            @Parameters(paramLabel = "DESK", description = "As in the rules file.") String desk,
            @Parameters(paramLabel = "CHANNEL", description = "The desk's name for it.") String channel,
            @Option(
                            names = "--since",
                            paramLabel = "TIME",
                            defaultValue = "P7D",
                            description = "What was given up so long ago or later: PT1H, P7D.")
                    Duration since,
            @Option(names = "--alert", paramLabel = "ID", description = "Only this one, also when it has arrived.")
                    @Nullable
                    String alert,
            @Mixin DeliveryTopics topics)
            throws InterruptedException {
        EndpointId id = id(desk, channel);
        ChannelStatus status = topics.channels().get(id);
        if (status != null && status.state() == ChannelState.OFF) {
            throw new CommandException("channel " + id + " is off; 'dyadwire deliveries enable " + desk + " " + channel
                    + " --replay' switches it on and sends what it has missed");
        }
        return say(replay(id, since, alert, topics) + " to be sent again by " + id
                + "; 'dyadwire deliveries list' shows what became of it");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Switch a channel on that was given up, or switched off."})
    int enable(
            @Parameters(paramLabel = "DESK", description = "As in the rules file.") String desk,
            @Parameters(paramLabel = "CHANNEL", description = "The desk's name for it.") String channel,
            @Option(names = "--replay", description = "Also send what it has missed in the last 7 days.")
                    boolean replay,
            @Mixin DeliveryTopics topics)
            throws InterruptedException {
        EndpointId id = id(desk, channel);
        topics.write(ChannelStatus.up(id.desk(), channel, now(), topics.by()));
        String sent = replay ? "; " + replay(id, Duration.ofDays(7), null, topics) + " to be sent again" : "";
        return say("on: " + id + sent);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {"Send nothing by a channel until it is switched on; what comes meanwhile counts as given up."
            })
    int disable(
            @Parameters(paramLabel = "DESK", description = "As in the rules file.") String desk,
            @Parameters(paramLabel = "CHANNEL", description = "The desk's name for it.") String channel,
            @Option(names = "--comment", paramLabel = "TEXT", description = "Why.") @Nullable String comment,
            @Mixin DeliveryTopics topics)
            throws InterruptedException {
        EndpointId id = id(desk, channel);
        String why = "switched off by " + topics.by() + (comment == null ? "" : ": " + comment);
        topics.write(new ChannelStatus(id.desk(), channel, ChannelState.OFF, now(), null, 0, null, why, topics.by()));
        return say("off: " + id);
    }

    private String replay(EndpointId id, Duration since, @Nullable String alert, DeliveryTopics topics)
            throws InterruptedException {
        Instant now = now();
        List<Delivery> again = new ArrayList<>();
        for (Delivery delivery :
                missed(id, now.minus(since), alert, topics.deliveries().values())) {
            again.add(delivery.again(now, topics.by()));
        }
        if (alert != null && again.isEmpty()) {
            throw new CommandException("channel " + id + " has no alert '" + alert
                    + "' that is dealt with; 'dyadwire deliveries list --all' shows them");
        }
        topics.write(again, now);
        return again.size() == 1 ? "1 alert" : again.size() + " alerts";
    }

    private static List<Delivery> missed(
            EndpointId id, Instant since, @Nullable String alert, Collection<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.desk().equals(id.desk())
                        && delivery.channel().equals(id.channel())
                        && delivery.offset() != null)
                .filter(delivery -> alert == null
                        ? delivery.state() == DeliveryState.FAILED
                                && !delivery.at().isBefore(since)
                        : delivery.state() != DeliveryState.WAITING
                                && delivery.alertId().value().equals(alert))
                .sorted(Comparator.comparing(delivery -> Objects.requireNonNull(delivery.offset())))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private EndpointId id(String desk, String channel) {
        try {
            return new EndpointId(new DeskId(desk), channel);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String count(List<Delivery> deliveries, EndpointId id, DeliveryState state) {
        return Long.toString(deliveries.stream()
                .filter(delivery -> delivery.state() == state
                        && delivery.desk().equals(id.desk())
                        && delivery.channel().equals(id.channel()))
                .count());
    }

    private static String why(@Nullable String error, @Nullable String by) {
        String words = error == null ? "" : error;
        return PlainText.line(
                by == null || words.contains(by) ? words : words + (words.isEmpty() ? "by " : ", by ") + by);
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private int say(String line) {
        spec.commandLine().getOut().println(PlainText.line(line));
        spec.commandLine().getOut().flush();
        return 0;
    }
}

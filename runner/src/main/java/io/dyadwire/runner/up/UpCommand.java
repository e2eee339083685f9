package io.dyadwire.runner.up;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.rules.DeskFile;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.ingest.opml.FeedList;
import io.dyadwire.outbound.OutboundConfig;
import io.dyadwire.runner.broker.BrokerSettings;
import io.dyadwire.runner.broker.EmbeddedBroker;
import io.dyadwire.runner.cli.Logs;
import io.dyadwire.runner.cli.Terminal;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.ops.ProcessMetrics;
import io.dyadwire.runner.service.OrderlyEnd;
import io.dyadwire.runner.service.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dyadwire up}. */
@Command(
        name = "up",
        description = {
            "Watch real feeds, with a Kafka broker of its own.",
            "Everything in one process: polls the feeds of config/feeds.opml and prints the alerts that the rules of"
                    + " config/rules.yaml ask for.",
            "Keeps its data in the data folder and continues there when it is started again. Ctrl-C stops it."
        },
        footer = {
            "",
            "Examples:",
            "  dyadwire up",
            "  dyadwire up --data /var/lib/dyadwire --port 9092",
            "  dyadwire tail news.tagged --pair JPN-KOR      (in another terminal)"
        })
public final class UpCommand implements Callable<Integer> {
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the broker on 127.0.0.1; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(names = "--ops-port", paramLabel = "PORT", description = "Port of health and metrics; 0 takes a free one.")
    private @Nullable Integer opsPort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "Port of deadlines and calendar; 0 takes a free one.")
    private @Nullable Integer httpPort;

    /** @param clock the present, for all services */
    public UpCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (OrderlyEnd end = OrderlyEnd.open()) {
            return run(end);
        }
    }

    private int run(OrderlyEnd end) throws InterruptedException {
        Logs.forService(spec.root().commandLine().getParseResult().hasMatchedOption("--verbose"));
        PrintWriter err = spec.commandLine().getErr();
        DyadwireConfig config = options.config();
        config.outbound().politeClient();
        FeedList feeds = Inputs.feeds(options.home(config.ingest().feeds()));
        DeskFile file = new DeskFile(options.home(config.alerts().rules()), () -> Inputs.topics(options.topics(config))
                .slugs());
        RuleBook rules = Inputs.rules(file);
        feeds.warnings().forEach(err::println);

        PrometheusMeterRegistry meters = ProcessMetrics.registry();
        var run = new ServiceRun(end, config.ops().withPort(opsPort), meters, err::println);
        if (config.kafka().bootstrapServers() != null) {
            return run.run(services(config, config.kafka().bootstrapServers(), feeds, rules, file, meters), () -> {});
        }
        int brokerPort = port == null ? config.broker().port() : port;
        err.println("starting Kafka in " + config.data() + " …");
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(config.brokerFolder(), brokerPort))) {
            List<Service> services = services(config, broker.bootstrapServers(), feeds, rules, file, meters);
            return run.run(
                    services,
                    () -> err.println("ready: " + feeds.feeds().size() + " feeds, "
                            + rules.rules().size() + " rules of "
                            + rules.desks().size() + " desks; Kafka on "
                            + broker.bootstrapServers() + "; alerts follow, Ctrl-C stops"));
        }
    }

    private List<Service> services(
            DyadwireConfig config,
            String bootstrap,
            FeedList feeds,
            RuleBook rules,
            DeskFile file,
            PrometheusMeterRegistry meters) {
        var factory = new ServiceFactory(config.kafka().client(bootstrap), clock, meters);
        OutboundConfig outbound = config.outbound().politeClient();
        PrintWriter out = spec.commandLine().getOut();
        List<Service> services = new ArrayList<>();
        AlertsConfig alerts =
                config.alerts().service(config.data(), options::home, outbound, httpPort, Terminal.isOne());
        Consumer<String> console = line -> {
            out.println(line);
            out.flush();
        };
        services.add(
                factory.alerts(alerts, rules, file, console, spec.commandLine().getErr()::println));
        services.add(factory.processor(config.processor().service(config.data()), options.topics(config)));
        services.add(factory.ingest(config.ingest().service(options::home, feeds.feeds(), outbound)));
        return services;
    }
}

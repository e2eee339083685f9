package io.dyadwire.runner.up;

import io.dyadwire.runner.cli.Logs;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.ops.ProcessMetrics;
import io.dyadwire.runner.service.OrderlyEnd;
import io.dyadwire.runner.service.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that run one service against a Kafka have in common; a picocli mixin. */
final class ServiceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(names = "--ops-port", paramLabel = "PORT", description = "Port of health and metrics; 0 takes a free one.")
    private @Nullable Integer opsPort;

    DyadwireConfig config() {
        return options.config();
    }

    ConfigOptions files() {
        return options;
    }

    /** Runs the service that this makes, until it is asked to stop. */
    int run(BiFunction<DyadwireConfig, ServiceFactory, Service> service) throws InterruptedException {
        Logs.forService(spec.root().commandLine().getParseResult().hasMatchedOption("--verbose"));
        DyadwireConfig config = options.config();
        String bootstrap = ConfigOptions.bootstrapServers(config);
        PrometheusMeterRegistry meters = ProcessMetrics.registry();
        var factory = new ServiceFactory(config.kafka().client(bootstrap), InstantSource.system(), meters);
        PrintWriter err = spec.commandLine().getErr();
        try (OrderlyEnd end = OrderlyEnd.open()) {
            var run = new ServiceRun(end, config.ops().withPort(opsPort), meters, err::println);
            Service one = service.apply(config, factory);
            return run.run(List.of(one), () -> err.println(one.name() + " is ready, on Kafka " + bootstrap));
        }
    }
}

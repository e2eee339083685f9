package io.dyadwire.runner.up;

import io.dyadwire.alerts.rules.DeskFile;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dyadwire alerts}. */
@Command(
        name = "alerts",
        description = {
            "Match tagged articles with the rules and deliver alerts.",
            "Reads config/rules.yaml, news.tagged and news.deadlines; writes news.alerts and a topic for each desk.",
            "Serves the deadlines as JSON and as a calendar to subscribe to."
        })
public final class AlertsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "Port of deadlines and calendar; 0 takes a free one.")
    private @Nullable Integer httpPort;

    @Override
    public Integer call() throws InterruptedException {
        return service.run((config, factory) -> {
            DeskFile file = new DeskFile(
                    service.files().home(config.alerts().rules()),
                    () -> Inputs.topics(service.files().topics(config)).slugs());
            return factory.alerts(
                    config.alerts()
                            .service(
                                    config.data(),
                                    service.files()::home,
                                    config.outbound().client(),
                                    httpPort,
                                    false),
                    Inputs.rules(file),
                    file,
                    null,
                    spec.commandLine().getErr()::println);
        });
    }
}

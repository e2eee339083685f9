package io.dyadwire.runner.up;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dyadwire alerts}. */
@Command(
        name = "alerts",
        description = {
            "Match tagged articles with the rules and deliver alerts.",
            "Reads config/rules.yaml, news.tagged and news.deadlines; writes news.alerts and a topic for each desk."
        })
public final class AlertsCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service;

    @Override
    public Integer call() throws InterruptedException {
        return service.run((config, factory) -> factory.alerts(
                config.alerts().service(config.data(), config.outbound().client(), false),
                Inputs.rules(
                        service.files().home(config.alerts().rules()),
                        Inputs.topics(service.files().topics(config)).slugs()),
                null));
    }
}

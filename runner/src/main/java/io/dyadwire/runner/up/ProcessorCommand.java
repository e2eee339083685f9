package io.dyadwire.runner.up;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dyadwire processor}. */
@Command(
        name = "processor",
        description = {
            "Tag the articles on Kafka.",
            "With countries, pairs, topics, dates and deadlines. Reads news.articles; writes news.tagged, news.pairs, news.pair-activity, news.deadlines and news.dead-letters."
        })
public final class ProcessorCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions service;

    @Override
    public Integer call() throws InterruptedException {
        return service.run((config, factory) -> factory.processor(
                config.processor().service(config.data()), service.files().topics(config)));
    }
}

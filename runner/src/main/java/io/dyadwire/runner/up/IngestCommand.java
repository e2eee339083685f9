package io.dyadwire.runner.up;

import io.dyadwire.outbound.OutboundConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dyadwire ingest}. */
@Command(
        name = "ingest",
        description = {
            "Poll the feeds and publish their articles to Kafka.",
            "Reads config/feeds.opml. What it needs to remember is kept in Kafka, so it continues where it stopped."
        })
public final class IngestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service;

    @Override
    public Integer call() throws InterruptedException {
        return service.run((config, factory) -> {
            OutboundConfig outbound = config.outbound().politeClient();
            var feeds = Inputs.feeds(service.files().home(config.ingest().feeds()));
            feeds.warnings().forEach(spec.commandLine().getErr()::println);
            return factory.ingest(config.ingest().service(service.files()::home, feeds.feeds(), outbound));
        });
    }
}

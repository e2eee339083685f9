package io.dyadwire.runner.up;

import io.dyadwire.alerts.AlertsConfig;
import io.dyadwire.alerts.AlertsService;
import io.dyadwire.alerts.rules.DeskFile;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.ingest.IngestConfig;
import io.dyadwire.ingest.IngestService;
import io.dyadwire.processor.ProcessorConfig;
import io.dyadwire.processor.ProcessorService;
import io.dyadwire.processor.tag.ArticleTagger;
import io.dyadwire.runner.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the services of one process, all on one Kafka, one clock and one registry of metrics.
 *
 * @param kafka client settings, {@code bootstrap.servers} at least
 */
public record ServiceFactory(Map<String, Object> kafka, InstantSource clock, MeterRegistry meters) {
    public ServiceFactory {
        kafka = Map.copyOf(kafka);
    }

    public Service ingest(IngestConfig config) {
        var service = new IngestService(config, kafka, clock, meters);
        return new Service("ingest", service::start, service::close, service::problems, service::alive);
    }

    /** With the topics that come with the program. */
    public Service processor(ProcessorConfig config) {
        var service = new ProcessorService(config, kafka, ArticleTagger.create()::tag, clock, meters);
        return new Service("processor", service::start, service::close, service::problems, service::alive);
    }

    /** The same with the desk's own topics over them, from a file or folder that is read again when it changes. */
    public Service processor(ProcessorConfig config, @Nullable Path topics) {
        if (topics == null) {
            return processor(config);
        }
        var tagger = Inputs.tagger(topics, meters);
        var service = new ProcessorService(config, kafka, tagger, clock, meters);
        return new Service(
                "processor",
                () -> {
                    tagger.start();
                    service.start();
                },
                () -> {
                    tagger.close();
                    service.close();
                },
                service::problems,
                service::alive);
    }

    /**
     * The alerts service of these rules.
     *
     * @param file whose desks are taken when they change; null when they are to stay as they are
     * @param console takes the lines of each alert, if anybody looks
     * @param tell takes a line that says where the calendar is, once it is there
     */
    public Service alerts(
            AlertsConfig config,
            RuleBook book,
            @Nullable DeskFile file,
            @Nullable Consumer<String> console,
            Consumer<String> tell) {
        var service = new AlertsService(config, book, file, kafka, clock, meters, console);
        return new Service(
                "alerts",
                () -> {
                    service.start();
                    tell.accept("calendar: " + service.address().resolve("/calendar.ics")
                            + "?desk=…, also ?pair=… and ?topic=…; API: "
                            + service.address().resolve("/api/v1/desks"));
                },
                service::close,
                service::problems,
                service::alive);
    }
}

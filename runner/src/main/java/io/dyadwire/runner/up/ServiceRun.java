package io.dyadwire.runner.up;

import io.dyadwire.runner.config.OpsConfig;
import io.dyadwire.runner.ops.OpsServer;
import io.dyadwire.runner.service.OrderlyEnd;
import io.dyadwire.runner.service.Service;
import io.dyadwire.runner.service.Services;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs services until Ctrl-C, or until one of them cannot go on. */
final class ServiceRun {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final OrderlyEnd end;
    private final OpsConfig ops;
    private final PrometheusMeterRegistry meters;
    private final Consumer<String> tell;

    /**
     * @param end open for as long as anything is left to close
     * @param tell takes lines for the person who started it
     */
    ServiceRun(OrderlyEnd end, OpsConfig ops, PrometheusMeterRegistry meters, Consumer<String> tell) {
        this.end = end;
        this.ops = ops;
        this.meters = meters;
        this.tell = tell;
    }

    /**
     * Starts, tells when all are ready, waits, stops.
     *
     * @param onReady what to say then
     * @return exit code: 0 when it was asked to stop, 1 when a service cannot go on
     */
    int run(List<Service> parts, Runnable onReady) throws InterruptedException {
        try (Services services = new Services(parts)) {
            end.onStop(services::stop);
            try (OpsServer server =
                    OpsServer.start(ops.host(), ops.port(), services::dead, services::problems, meters)) {
                tell.accept("health and metrics: http://" + ops.host() + ":" + server.port()
                        + "/readyz, /healthz, /metrics");
                services.start();
                Optional<String> dead = waitUntilReady(services);
                if (dead.isEmpty() && !services.isStopped()) {
                    onReady.run();
                    dead = services.await(FOR_EVER);
                }
                dead.ifPresent(name -> tell.accept(name + " cannot go on: "
                        + String.join("; ", services.problems().getOrDefault(name, List.of("see the log")))));
                return dead.isPresent() ? 1 : 0;
            }
        }
    }

    private Optional<String> waitUntilReady(Services services) throws InterruptedException {
        long start = System.nanoTime();
        int told = 0;
        while (!services.isStopped() && !services.problems().isEmpty()) {
            Optional<String> dead = services.await(Duration.ofMillis(100));
            if (dead.isPresent()) {
                return dead;
            }
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            if (seconds / 10 > told) {
                told++;
                services.problems().values().forEach(all -> all.forEach(tell));
            }
        }
        return Optional.empty();
    }
}

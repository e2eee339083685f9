package io.dyadwire.runner.feeds;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.outbound.HttpUri;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.up.Inputs;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Ask each feed once and say what is there. Needs no Kafka.",
            "Feeds of a list (config/feeds.opml unless another is named) or addresses. Exit code 1 when one is no feed."
        })
final class CheckCommand implements Callable<Integer> {
    private static final int AT_ONCE = 16;

    @Parameters(arity = "0..*", paramLabel = "FILE|URL", description = "Lists of feeds, OPML, or addresses.")
    private List<String> named = List.of();

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        DyadwireConfig config = options.config();
        List<URI> addresses = addresses(config);
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        Gate gate = new Gate(AT_ONCE, Duration.ofSeconds(1));
        try (var client = new OutboundClient(config.outbound().politeClient());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Probe probe = new Probe(client);
            List<Future<Probe.Found>> looks = new ArrayList<>();
            addresses.forEach(address -> looks.add(threads.submit(() -> look(gate, probe, address))));
            for (int i = 0; i < looks.size(); i++) {
                Probe.Found found = looks.get(i).get();
                out.println(
                        (found instanceof Probe.Feed ? "ok    " : "FAIL  ") + addresses.get(i) + "  " + words(found));
                out.flush();
                good &= found instanceof Probe.Feed;
            }
        } catch (ExecutionException e) {
            throw new CommandException("a feed made us stumble: " + e.getCause(), e);
        }
        return good ? 0 : 1;
    }

    private List<URI> addresses(DyadwireConfig config) {
        List<URI> addresses = new ArrayList<>();
        for (String one : named) {
            HttpUri.parse(one)
                    .filter(HttpUri::isWeb)
                    .ifPresentOrElse(addresses::add, () -> addresses.addAll(listed(Path.of(one))));
        }
        return named.isEmpty() ? listed(options.home(config.ingest().feeds())) : addresses;
    }

    private static List<URI> listed(Path file) {
        return Inputs.feeds(file).feeds().stream().map(FeedSource::url).toList();
    }

    private static Probe.Found look(Gate gate, Probe probe, URI address) throws InterruptedException {
        AtomicReference<Probe.Found> found = new AtomicReference<>(new Probe.Nothing("not asked"));
        gate.pass(HttpUri.host(address).orElse(""), () -> found.set(probe.look(address)));
        return found.get();
    }

    private static String words(Probe.Found found) {
        return PlainText.line(
                switch (found) {
                    case Probe.Feed feed -> feed.inWords();
                    case Probe.Nothing nothing -> nothing.reason();
                    case Probe.Page page ->
                        "a page, not a feed; it offers "
                                + String.join(
                                        ", ",
                                        page.feeds().stream()
                                                .map(link -> link.address().toString())
                                                .toList());
                });
    }
}

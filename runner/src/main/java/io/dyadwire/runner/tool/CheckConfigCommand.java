package io.dyadwire.runner.tool;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.channel.mail.MailServer;
import io.dyadwire.alerts.delivery.Endpoints;
import io.dyadwire.alerts.feed.FeedHub;
import io.dyadwire.alerts.http.HttpConfig;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.ingest.opml.FeedList;
import io.dyadwire.matcher.query.QueryParser;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.config.ConfigException;
import io.dyadwire.runner.config.ConfigOptions;
import io.dyadwire.runner.config.DyadwireConfig;
import io.dyadwire.runner.config.HttpSettings;
import io.dyadwire.runner.config.MailSettings;
import io.dyadwire.runner.config.WebSubSettings;
import io.dyadwire.runner.up.Inputs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dyadwire check-config}. */
@Command(
        name = "check-config",
        description = {
            "Check settings, feeds, topics and rules; name every mistake.",
            "Starts nothing. Exit code 1 when something is wrong."
        })
public final class CheckConfigCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        DyadwireConfig config = DyadwireConfig.DEFAULTS;
        try {
            config = options.config();
            Path file = options.configFile();
            out.println("settings  ok  " + (file == null ? "defaults and environment" : file));
            if (config.outbound().contact() == null) {
                out.println("settings  warning: outbound.contact is not set; up and ingest do not start without it");
            }
        } catch (ConfigException e) {
            out.println("settings  " + e.getMessage());
            good = false;
        }
        WebSubSettings webSub = config.ingest().webSub();
        if (webSub != null) {
            good &= check(
                    out,
                    "hubs      ",
                    () -> "call " + webSub.service(options::home).callback());
        }
        Path feeds = options.home(config.ingest().feeds());
        good &= check(out, "feeds     ", () -> {
            FeedList list = Inputs.feeds(feeds);
            list.warnings().forEach(warning -> out.println("feeds     warning: " + warning));
            return list.feeds().size() + " feeds in " + feeds;
        });
        Path own = options.topics(config);
        Set<String> topics = new HashSet<>();
        good &= check(out, "topics    ", () -> {
            topics.addAll(Inputs.topics(own).slugs());
            return topics.size() + " topics" + (own == null ? "" : ", with those of " + own);
        });
        Path rules = options.home(config.alerts().rules());
        good &= check(out, "rules     ", () -> {
            RuleBook book = Inputs.rules(rules, topics);
            book.rules().forEach(rule -> warnings(rule)
                    .forEach(warning -> out.println("rules     warning: rule " + rule.id() + ": " + warning)));
            return book.rules().size() + " rules of " + book.desks().size() + " desks in " + rules
                    + "; 'dyadwire rules lint' looks closer";
        });
        MailSettings mail = config.alerts().mail();
        if (mail != null) {
            good &= check(out, "mail      ", () -> {
                MailServer server = mail.service(options::home);
                return "by " + server.host() + ":" + server.port() + ", "
                        + server.security().word() + ", from " + server.from()
                        + (server.user() == null ? "" : ", logged on as " + server.user());
            });
        }
        DyadwireConfig read = config;
        good &= check(out, "channels  ", () -> channels(read, rules, topics));
        HttpSettings http = config.alerts().http();
        good &= check(out, "API       ", () -> {
            HttpConfig served = http.service(options::home);
            return "at " + served.host() + ":" + served.port()
                    + (served.tokens().now().isEmpty()
                            ? ""
                            : ", for " + served.tokens().now().size() + " tokens")
                    + (served.hub() == null ? "" : "; " + hub(read, served.hub()) + " tells of changed feeds");
        });
        out.flush();
        return good ? 0 : 1;
    }

    private static String hub(DyadwireConfig config, FeedHub hub) {
        try (OutboundClient client = new OutboundClient(config.outbound().client())) {
            client.check(hub.hub());
            return hub.hub().getHost();
        } catch (OutboundException e) {
            throw new IllegalArgumentException("alerts.http.hub: " + e.kind().words() + ": " + e.reason(), e);
        }
    }

    private String channels(DyadwireConfig config, Path rules, Set<String> topics) {
        try (OutboundClient client = new OutboundClient(config.outbound().client())) {
            Endpoints endpoints =
                    new Endpoints(client, config.alerts().mailServer(options::home), InstantSource.system());
            int ready = 0;
            for (Desk desk : Inputs.rules(rules, topics).desks()) {
                for (ChannelConfig channel : desk.channels()) {
                    endpoints.of(desk, channel).sender().close();
                    ready++;
                }
            }
            return ready + " channels can be tried with 'dyadwire channels test DESK'";
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> warnings(Rule rule) {
        return rule.keywords() == null
                ? List.of()
                : QueryParser.read(rule.keywords()).warnings();
    }

    private static boolean check(PrintWriter out, String what, Supplier<String> read) {
        try {
            out.println(what + "ok  " + read.get());
            return true;
        } catch (CommandException | ConfigException e) {
            out.println(what + e.getMessage());
            return false;
        }
    }
}

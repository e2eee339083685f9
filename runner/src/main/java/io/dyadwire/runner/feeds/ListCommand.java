package io.dyadwire.runner.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.json.Json;
import io.dyadwire.ingest.source.FeedTopics;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dyadwire feeds list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "How each feed is: health, last news, next poll, totals.",
            "Exit code 0, also when some feeds fail."
        })
final class ListCommand implements Callable<Integer> {
    private static final InstantSource CLOCK = InstantSource.system();

    @Option(names = "--json", description = "A line of JSON for each: what is wanted, and what is known.")
    private boolean json;

    @Option(names = "--failing", description = "Only those that are not well.")
    private boolean failing;

    @Mixin
    private final FeedsOptions feeds = new FeedsOptions();

    @Spec
    private CommandSpec spec;

    /** A line of {@code --json}. */
    private record Line(
            FeedSource source,
            @Nullable String health,
            @Nullable FeedState state) {}

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        Map<String, FeedSource> sources = feeds.ask(FeedTopics::sources);
        Map<String, FeedState> states = feeds.ask(FeedTopics::states);
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table("FEED", "HEALTH", "LAST NEWS", "NEXT POLL", "ARTICLES", "TITLE");
        for (FeedSource source : sources.values()) {
            FeedState state = states.get(source.feedId());
            if (failing && (state == null || state.consecutiveErrors() == 0)) {
                continue;
            }
            if (json) {
                out.println(Json.mapper().writeValueAsString(line(source, state)));
            } else {
                row(table, source, state, CLOCK.instant());
            }
        }
        if (!json) {
            table.lines().forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private static Line line(FeedSource source, @Nullable FeedState state) {
        FeedState withoutItems =
                state == null ? null : state.change().known(Map.of()).done();
        return new Line(source, health(source, state), withoutItems);
    }

    private static void row(Table table, FeedSource source, @Nullable FeedState state, Instant now) {
        String title =
                source.title().isBlank() && state != null && state.title() != null ? state.title() : source.title();
        boolean never = state == null || source.paused() || state.nextPollAt().equals(FeedState.NEVER);
        table.add(
                source.feedId(),
                PlainText.line(health(source, state) + (isPushed(state, now) ? "; push" : "")),
                state == null || state.lastNewsAt() == null ? "-" : rough(state.lastNewsAt(), now) + " ago",
                never ? "-" : state.nextPollAt().isAfter(now) ? "in " + rough(now, state.nextPollAt()) : "now",
                state == null ? "0" : Long.toString(state.ledger().published()),
                PlainText.line(title));
    }

    private static String health(FeedSource source, @Nullable FeedState state) {
        return (source.paused() ? "paused; " : "") + (state == null ? "not polled yet" : state.inWords());
    }

    /** Whether a hub tells of its news. */
    private static boolean isPushed(@Nullable FeedState state, Instant now) {
        return state != null && state.push() != null && state.push().isOn(now);
    }

    /** Such as {@code 3 h}: one number is enough to look at. */
    static String rough(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        if (time.toMinutes() < 1) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 2 ? time.toHours() + " h" : time.toDays() + " days";
    }
}

package io.dyadwire.runner.desk;

import io.dyadwire.contract.alert.DeskActionKind;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dyadwire snooze}. */
@Command(
        name = "snooze",
        description = {
            "Nothing more of an alert's group for a while.",
            "What comes meanwhile is told together when the time is over."
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire snooze 5ea69e54 --for PT2H",
            "  dyadwire snooze 5ea69e54 --until 2030-01-02T07:00:00Z --comment 'at the summit'"
        })
public final class SnoozeCommand implements Callable<Integer> {
    @Mixin
    private final ActionOptions action = new ActionOptions();

    @ArgGroup(multiplicity = "1")
    private Time time;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;

    /** One of the two. */
    static final class Time {
        @Option(names = "--for", paramLabel = "TIME", description = "For so long: PT30M, PT2H, P1D.")
        private @Nullable Duration length;

        @Option(names = "--until", paramLabel = "MOMENT", description = "Until then, such as 2030-01-02T07:00:00Z.")
        private @Nullable Instant end;
    }

    public SnoozeCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        Instant now = clock.instant();
        Instant until = time.length == null ? time.end : now.plus(time.length).truncatedTo(ChronoUnit.SECONDS);
        if (until == null || !until.isAfter(now)) {
            throw new ParameterException(spec.commandLine(), "the end of the snooze, " + until + ", is not to come");
        }
        String about = action.act(DeskActionKind.SNOOZE, now, until);
        PrintWriter out = spec.commandLine().getOut();
        out.println("snoozed until " + until + ": " + about);
        out.flush();
        return 0;
    }
}

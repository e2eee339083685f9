package io.dyadwire.runner.desk;

import io.dyadwire.contract.alert.DeskActionKind;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire rate}. */
@Command(
        name = "rate",
        description = {
            "Say whether an alert was worth being told.",
            "A rule whose alerts are seldom useful goes into the digest, where the desk has set a floor."
        },
        footerHeading = "%nExamples%n",
        footer = {"  dyadwire rate 5ea69e54 useful", "  dyadwire rate 5ea69e54 not-useful --comment 'only sport'"})
public final class RateCommand implements Callable<Integer> {
    /** As people say it. */
    enum Verdict {
        useful(DeskActionKind.USEFUL),
        not_useful(DeskActionKind.NOT_USEFUL);

        private final DeskActionKind kind;

        Verdict(DeskActionKind kind) {
            this.kind = kind;
        }

        @Override
        public String toString() {
            return name().replace('_', '-');
        }
    }

    @Mixin
    private final ActionOptions action = new ActionOptions();

    @Parameters(index = "1", paramLabel = "VERDICT", description = "useful or not-useful.")
    private Verdict verdict;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;

    public RateCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        String about = action.act(verdict.kind, clock.instant(), null);
        PrintWriter out = spec.commandLine().getOut();
        out.println(verdict + ": " + about);
        out.flush();
        return 0;
    }
}

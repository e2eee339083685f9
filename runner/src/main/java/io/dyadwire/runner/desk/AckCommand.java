package io.dyadwire.runner.desk;

import io.dyadwire.contract.alert.DeskActionKind;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dyadwire ack}. */
@Command(
        name = "ack",
        description = {"Acknowledge an alert: it is not repeated.", "What is new of its story is still told."})
public final class AckCommand implements Callable<Integer> {
    @Mixin
    private final ActionOptions action = new ActionOptions();

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;

    public AckCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        String about = action.act(DeskActionKind.ACKNOWLEDGE, clock.instant(), null);
        PrintWriter out = spec.commandLine().getOut();
        out.println("acknowledged: " + about);
        out.flush();
        return 0;
    }
}

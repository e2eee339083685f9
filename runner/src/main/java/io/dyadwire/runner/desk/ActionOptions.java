package io.dyadwire.runner.desk;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.alert.DeskActionKind;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What it takes to say what was done with an alert; a picocli mixin. */
final class ActionOptions {
    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(
            index = "0",
            paramLabel = "ALERT",
            description = "Its id, or the first 6 characters or more of it, as 'dyadwire tail alerts' shows it.")
    private String id;

    @Option(names = "--by", paramLabel = "NAME", description = "Who; the name you are logged in by when left out.")
    private String by = System.getProperty("user.name", "somebody");

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
    private @Nullable String comment;

    /** Writes it down; returns what the alert is about, in words. */
    String act(DeskActionKind kind, Instant now, @Nullable Instant until) throws InterruptedException {
        Alert alert = desk.alert(id);
        AlertNotice notice = alert.notice();
        if (notice == null) {
            throw new CommandException("the alert '" + id + "' is older than this can be done with");
        }
        desk.write(new DeskAction(
                kind, alert.desk(), alert.id(), alert.rule().id(), notice.group(), by, now, until, comment));
        String about = alert.article() == null
                ? alert.deadlines().getFirst().what()
                : alert.article().title();
        return PlainText.line(alert.desk() + "  " + alert.rule().id() + "  " + about);
    }
}

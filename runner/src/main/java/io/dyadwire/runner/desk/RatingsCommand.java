package io.dyadwire.runner.desk;

import io.dyadwire.alerts.discipline.Ratings;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.alert.DeskActionKind;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.cli.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dyadwire ratings}. */
@Command(
        name = "ratings",
        description = {
            "How useful each rule's alerts were, by what people said of them.",
            "Precision is the share of the rated alerts that were useful; the newest 200 of a rule count."
        })
public final class RatingsCommand implements Callable<Integer> {
    @Option(names = "--desk", paramLabel = "DESK", description = "Only this desk.")
    private @Nullable String desk;

    @Mixin
    private final DeskOptions kafka = new DeskOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<DeskAction> actions = kafka.read(
                Topics.DESK_ACTIONS,
                action -> desk == null || action.desk().value().equals(desk));
        Map<String, Ratings> byRule = byRule(actions);
        PrintWriter out = spec.commandLine().getOut();
        if (byRule.isEmpty()) {
            out.println("Nobody has rated an alert" + (desk == null ? "" : " of this desk") + " yet.");
        } else {
            Table table = new Table("DESK  RULE", "RATED", "USEFUL", "PRECISION");
            byRule.forEach((rule, ratings) -> table.add(
                    rule,
                    Integer.toString(ratings.rated()),
                    Long.toString(ratings.useful()),
                    Math.round(100.0 * ratings.useful() / ratings.rated()) + " %"));
            table.lines().forEach(out::println);
        }
        out.flush();
        return 0;
    }

    static Map<String, Ratings> byRule(List<DeskAction> actions) {
        Map<String, Ratings> byRule = new TreeMap<>();
        for (DeskAction action : actions) {
            boolean useful = action.kind() == DeskActionKind.USEFUL;
            if (useful || action.kind() == DeskActionKind.NOT_USEFUL) {
                byRule.merge(
                        action.desk() + "  " + action.rule(),
                        Ratings.NONE.with(action.alert(), useful),
                        (known, added) -> known.with(action.alert(), useful));
            }
        }
        return byRule;
    }
}

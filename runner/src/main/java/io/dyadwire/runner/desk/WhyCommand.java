package io.dyadwire.runner.desk;

import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import io.dyadwire.runner.cli.CommandException;
import io.dyadwire.runner.cli.PlainText;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire why}. */
@Command(
        name = "why",
        description = {
            "Why a desk was told of an article or a deadline, or was not.",
            "Every decision about it: fired, grouped, silenced, inhibited, throttled, left out as a copy…"
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire why https://news.example/pact",
            "  dyadwire why f3c3ea0c582122d30ffa970bd58df674 japan-korea-trade"
        })
public final class WhyCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "ARTICLE",
            description = "The id or the address of an article, or the id of a deadline.")
    private String subject;

    @Parameters(index = "1", arity = "0..1", paramLabel = "RULE", description = "Only this rule.")
    private @Nullable String rule;

    @Mixin
    private final DeskOptions kafka = new DeskOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Article article = article();
        String id = article == null ? subject : article.id().value();
        if (article != null) {
            out.println(PlainText.line(article.publisherOrFeed() + ": " + article.title()));
        }
        List<AlertDecision> decisions = kafka.read(
                Topics.DECISIONS,
                decision -> decision.subject().equals(id)
                        && (rule == null || decision.rule().id().value().equals(rule)));
        if (decisions.isEmpty() && article == null) {
            throw new CommandException("nothing is known of '" + subject
                    + "': neither an article that was tagged nor a decision has that id or address");
        }
        if (decisions.isEmpty()) {
            out.println(
                    rule == null
                            ? "No rule matched it, so that nobody was to be told."
                            : "The rule '" + rule + "' did not match it.");
        }
        decisions.stream().sorted(Comparator.comparing(AlertDecision::at)).forEach(decision -> print(decision, out));
        out.flush();
        return 0;
    }

    private static void print(AlertDecision decision, PrintWriter out) {
        String outcome = decision.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String until = decision.until() == null ? "" : " until " + decision.until();
        String by = decision.alert() == null ? "" : " [alert " + decision.alert() + "]";
        String facts = decision.newFacts().isEmpty() ? "" : " New: " + String.join(", ", decision.newFacts()) + ".";
        out.println(PlainText.line(decision.at() + "  " + decision.desk() + "  "
                + decision.rule().id() + "  " + outcome + until + ": " + decision.reason() + facts + by));
    }

    /** The newest version of the article that was meant; null when it was not tagged, or is a deadline. */
    private @Nullable Article article() {
        List<TaggedArticle> found = kafka.read(Topics.TAGGED, tagged -> {
            Article article = tagged.article();
            boolean address = article.url() != null && article.url().toString().equals(subject);
            return address || article.id().value().equals(subject);
        });
        return found.isEmpty() ? null : found.getLast().article();
    }
}

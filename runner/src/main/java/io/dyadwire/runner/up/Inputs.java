package io.dyadwire.runner.up;

import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.ingest.opml.FeedList;
import io.dyadwire.ingest.opml.OpmlException;
import io.dyadwire.ingest.opml.OpmlFile;
import io.dyadwire.processor.topic.TopicTagger;
import io.dyadwire.runner.cli.CommandException;
import java.nio.file.Path;
import java.util.List;

/** Reads what people write: the list of feeds and the rules. A mistake ends the command with all that is wrong. */
public final class Inputs {
    private Inputs() {}

    /** The feeds of this OPML file. */
    public static FeedList feeds(Path file) {
        try {
            return OpmlFile.read(file);
        } catch (OpmlException e) {
            throw new CommandException(lines(e.problems()), e);
        }
    }

    /** The desks and rules of this YAML file; topics are checked against the vocabulary. */
    public static RuleBook rules(Path file) {
        try {
            return RulesFile.read(file, TopicTagger.slugs());
        } catch (RulesException e) {
            throw new CommandException(lines(e.problems()), e);
        }
    }

    private static String lines(List<String> problems) {
        return String.join("\n  ", problems);
    }
}

package io.dyadwire.runner.up;

import io.dyadwire.alerts.rules.DeskFile;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.ingest.opml.FeedList;
import io.dyadwire.ingest.opml.OpmlException;
import io.dyadwire.ingest.opml.OpmlFile;
import io.dyadwire.processor.tag.LiveTagger;
import io.dyadwire.processor.topic.OwnTopics;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.processor.topic.TopicsException;
import io.dyadwire.runner.cli.CommandException;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** The topics that come with the program, and over them those of this file or folder, if any. */
    public static TopicBook topics(@Nullable Path own) {
        try {
            return own == null ? TopicBook.bundled() : TopicBook.read(own);
        } catch (TopicsException e) {
            throw new CommandException(lines(e.problems()), e);
        }
    }

    /** A tagger with these topics, that takes them anew when the files change. */
    static LiveTagger tagger(Path own, MeterRegistry meters) {
        try {
            return new LiveTagger(new OwnTopics(own), meters);
        } catch (TopicsException e) {
            throw new CommandException(lines(e.problems()), e);
        }
    }

    /**
     * The desks and rules of this YAML file.
     *
     * @param topics the slugs that they may name; empty when any will do
     */
    public static RuleBook rules(Path file, Set<String> topics) {
        return rules(new DeskFile(file, () -> topics));
    }

    /** The same of a file that is read again when it changes. */
    static RuleBook rules(DeskFile file) {
        try {
            return file.read();
        } catch (RulesException e) {
            throw new CommandException(lines(e.problems()), e);
        }
    }

    private static String lines(List<String> problems) {
        return String.join("\n  ", problems);
    }
}

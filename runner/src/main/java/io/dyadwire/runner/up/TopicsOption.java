package io.dyadwire.runner.up;

import io.dyadwire.processor.topic.TopicBook;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the tools that tag without settings; a picocli mixin. */
public final class TopicsOption {
    @Option(
            names = "--topics",
            paramLabel = "FILE|DIR",
            description =
                    "Topics of your own besides those that come with the program, as processor.topics names them.")
    private @Nullable Path own;

    /** The topics to tag with. */
    public TopicBook book() {
        return Inputs.topics(own);
    }
}

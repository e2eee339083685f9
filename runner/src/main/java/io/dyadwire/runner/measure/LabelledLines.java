package io.dyadwire.runner.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.processor.measure.Difference;
import io.dyadwire.processor.measure.Gold;
import io.dyadwire.processor.measure.Measurement;
import io.dyadwire.runner.tag.ArticleLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;

/** Labelled articles, a line of JSON each. A bad line is told by its number; the next goes on. */
final class LabelledLines {
    private final Function<String, TaggedArticle> tags;
    private final Set<String> topics;
    private final PrintWriter err;

    /** What to do where tags and labels part. */
    interface Listener {
        void differ(int line, TaggedArticle tagged, List<Difference> differences);
    }

    /**
     * @param tags the tags of the article on a line; refuses a bad one with {@link IllegalArgumentException}
     * @param topics the slugs that labels may name
     * @param err told of bad lines
     */
    LabelledLines(Function<String, TaggedArticle> tags, Set<String> topics, PrintWriter err) {
        this.tags = tags;
        this.topics = topics;
        this.err = err;
    }

    /**
     * Reads to the end and counts all good lines in.
     *
     * @return how many lines were bad
     */
    int measure(BufferedReader in, Measurement measurement, Listener listener) throws IOException {
        int bad = 0;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                JsonNode json = ArticleLine.parse(line);
                Gold gold = Gold.read(json.path("gold"), topics);
                TaggedArticle tagged = tags.apply(line);
                List<Difference> differences = measurement.add(tagged, gold);
                if (!differences.isEmpty()) {
                    listener.differ(number, tagged, differences);
                }
            } catch (IllegalArgumentException | SerializationException e) {
                bad++;
                err.println("line " + number + ": " + e.getMessage());
            }
        }
        err.flush();
        return bad;
    }
}

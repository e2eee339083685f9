package io.dyadwire.runner.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.function.Function;

/** Articles in, tagged articles out, a line each, in order. A bad line is told on stderr by its number; the next goes on. */
final class TagLines {
    private final Function<Article, ?> tagger;
    private final InstantSource clock;

    /** @param tagger what to write of an article, as JSON */
    TagLines(Function<Article, ?> tagger, InstantSource clock) {
        this.tagger = tagger;
        this.clock = clock;
    }

    /**
     * Reads to the end.
     *
     * @return how many lines were bad
     */
    int run(BufferedReader in, OutputStream out, PrintWriter err) throws IOException {
        int bad = 0;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String where = "line " + number + ": ";
            try {
                Article article = ArticleLine.read(line, clock, warning -> err.println(where + warning));
                out.write(Json.mapper().writeValueAsBytes(tagger.apply(article)));
                out.write('\n');
            } catch (IllegalArgumentException e) {
                bad++;
                err.println(where + e.getMessage());
            }
        }
        out.flush();
        err.flush();
        return bad;
    }
}

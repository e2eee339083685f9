package io.dyadwire.runner.rules;

import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.contract.tag.TaggedArticle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Articles of a file, a line of JSON each, in its order; of each, the time is when it was fetched. A bad line is told; the next goes on. */
final class TaggedFile implements ArticleSource {
    private final BufferedReader lines;
    private final TaggedInput input;
    private final Consumer<String> warn;

    private TaggedFile(BufferedReader lines, TaggedInput input, Consumer<String> warn) {
        this.lines = lines;
        this.input = input;
        this.warn = warn;
    }

    /** @param warn told which lines were left out, and why */
    static TaggedFile open(Path file, TaggedInput input, Consumer<String> warn) throws IOException {
        return new TaggedFile(Files.newBufferedReader(file), input, warn);
    }

    @Override
    public void read(Reader reader) {
        try {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !take(line, number, reader)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean take(String line, long number, Reader reader) {
        TaggedArticle tagged;
        try {
            tagged = input.line(line);
        } catch (IllegalArgumentException e) {
            warn.accept("line " + number + " is left out: " + e.getMessage());
            return true;
        }
        return reader.take(new Step(tagged, tagged.article().fetchedAt(), number, 0));
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

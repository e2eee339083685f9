package io.dyadwire.runner.tag;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.runner.cli.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with the words that gave tags marked in it. Pure; where marks overlap, the earlier one wins. */
final class MarkedText {
    private final Field field;
    private final String text;
    private final @Nullable Hue[] hues;

    private MarkedText(Field field, String text) {
        this.field = field;
        this.text = text;
        hues = new Hue[text.length()];
    }

    /** One field of an article. */
    static MarkedText of(TaggedArticle tagged, Field field) {
        var marked = new MarkedText(field, field.of(tagged.article()));
        tagged.deadlines().forEach(tag -> marked.mark(tag.evidence().getFirst(), Hue.DEADLINE));
        tagged.deadlineNews().forEach(news -> marked.mark(news.evidence().getFirst(), Hue.DEADLINE));
        tagged.countries().forEach(tag -> tag.mentions().forEach(name -> marked.mark(name.span(), Hue.COUNTRY)));
        tagged.topics().forEach(tag -> tag.evidence().forEach(words -> marked.mark(words, Hue.TOPIC)));
        return marked;
    }

    private void mark(Span span, Hue hue) {
        for (int i = span.start(); span.field() == field && i < span.end(); i++) {
            hues[i] = hues[i] == null ? hue : hues[i];
        }
    }

    /** One string for each line of the text, empty lines left out; without control characters of its own. */
    List<String> lines(Ink ink) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                String line = line(start, i, ink);
                if (!line.isBlank()) {
                    lines.add(line);
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private String line(int from, int to, Ink ink) {
        StringBuilder line = new StringBuilder();
        int start = from;
        for (int i = from; i < to; i++) {
            if (i + 1 == to || hues[i + 1] != hues[i]) {
                String words = PlainText.line(text.substring(start, i + 1));
                Hue hue = hues[i];
                line.append(hue == null ? words : ink.mark(words, hue));
                start = i + 1;
            }
        }
        return line.toString();
    }
}

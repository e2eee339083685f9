package io.dyadwire.alerts.match;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import org.jspecify.annotations.Nullable;

/** A title and a text, each cut into words when first asked for, and once. Not for several threads. */
final class CutText {
    private final Tokenizer tokenizer;
    private final String rawTitle;
    private final String rawText;
    private @Nullable Tokens title;
    private @Nullable Tokens text;

    CutText(Tokenizer tokenizer, String title, String text) {
        this.tokenizer = tokenizer;
        this.rawTitle = title;
        this.rawText = text;
    }

    Tokens title() {
        if (title == null) {
            title = tokenizer.cut(rawTitle);
        }
        return title;
    }

    Tokens text() {
        if (text == null) {
            text = tokenizer.cut(rawText);
        }
        return text;
    }
}

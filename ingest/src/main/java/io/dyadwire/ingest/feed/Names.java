package io.dyadwire.ingest.feed;

import io.dyadwire.ingest.text.PlainText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Authors and categories as plain text in one line each, every name once, not too many and not too long. */
final class Names {
    private static final int MAX = 50;
    private static final int MAX_LENGTH = 200;

    private Names() {}

    static List<String> of(List<? extends @Nullable String> raw) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : raw) {
            String line = PlainText.cut(PlainText.lineOfHtml(name), MAX_LENGTH, "…");
            if (!line.isBlank() && names.size() < MAX) {
                names.add(line);
            }
        }
        return List.copyOf(names);
    }
}

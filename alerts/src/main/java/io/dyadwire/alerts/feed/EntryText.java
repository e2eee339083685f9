package io.dyadwire.alerts.feed;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertEvidence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an entry says, for a person. */
final class EntryText {
    private EntryText() {}

    /** The headline; where there is none, what is due. */
    static String title(Alert alert) {
        String title = alert.article() == null ? "" : alert.article().title();
        if (!title.isBlank()) {
            return title;
        }
        return alert.deadlines().isEmpty()
                ? alert.rule().name()
                : alert.deadlines().getFirst().what();
    }

    /** Why, the sentences that say so, and what is due by when. */
    static String content(Alert alert) {
        List<String> lines = new ArrayList<>();
        lines.add(alert.rule().name() + ": " + alert.reason());
        alert.evidence().stream().map(AlertEvidence::sentence).distinct().forEach(lines::add);
        for (AlertDeadline deadline : alert.deadlines()) {
            lines.add(deadline.date() + ": " + deadline.what());
            if (deadline.quote() != null) {
                lines.add(deadline.quote());
            }
        }
        return lines.stream().distinct().collect(Collectors.joining("\n\n"));
    }

    /** Without what XML 1.0 has no characters for: controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
    static String legal(String text) {
        return text.codePoints()
                .filter(EntryText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    /** Fit to stand in an address. */
    static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

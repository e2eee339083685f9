package io.dyadwire.alerts.notify.console;

import io.dyadwire.alerts.channel.PlainText;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertEvidence.Words;
import io.dyadwire.contract.alert.AlertMember;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.pair.Pair;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An alert as lines for a terminal of 100 columns. Pure. Without colours:
 *
 * <pre>
 * MATCH  northeast-asia · Export controls between Japan and South Korea        14 Aug 2019 03:00 UTC
 *   Tokyo tightens export controls
 *   The Herald · JPN-KOR · export-controls
 *   │ Japan «tightened export controls» on South Korea on Wednesday.
 *   ▸ 2019-08-24 · 10 days left · decision on the pact
 *   https://herald.example/one
 * </pre>
 *
 * <p>All text of others is stripped of control characters first.
 */
public final class AlertPrinter {
    /** Columns of a line; an address longer than that is not broken. */
    static final int WIDTH = 100;

    private static final int MAX_SENTENCES = 3;
    private static final int MAX_MEMBERS = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Style style;

    /**
     * A printer with or without colours.
     *
     * @param colour whether to use ANSI colours; otherwise matched words stand in «»
     */
    public AlertPrinter(boolean colour) {
        this.style = new Style(colour);
    }

    /** The lines of this alert, without line ends; no line is empty. */
    public List<String> lines(Alert alert) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(alert));
        AlertArticle article = alert.article();
        if (article != null && !article.title().isBlank()) {
            wrapped("  ", article.title()).forEach(line -> lines.add(style.strong(line)));
        }
        String about = about(alert, article);
        if (!about.isEmpty()) {
            wrapped("  ", about).forEach(line -> lines.add(style.faint(line)));
        }
        sentences(alert.evidence()).stream().limit(MAX_SENTENCES).forEach(lines::addAll);
        lines.addAll(deadlines(alert));
        lines.addAll(notice(alert));
        if (article != null && article.url() != null) {
            lines.add(style.faint("  " + PlainText.of(article.url().toString())));
        }
        return lines;
    }

    private String heading(Alert alert) {
        String time = TIME.format(alert.at());
        String label = new Style(false).label(alert.type());
        String desk = alert.desk() + " · ";
        int room = WIDTH - label.length() - 2 - desk.length() - 2 - time.length();
        String name = shortened(PlainText.of(alert.rule().name()), Math.max(room, 10));
        String gap = " ".repeat(Math.max(2, room - PlainText.columns(name) + 2));
        return style.label(alert.type()) + "  " + desk + style.strong(name) + gap + style.faint(time);
    }

    private static String about(Alert alert, @Nullable AlertArticle article) {
        List<String> parts = new ArrayList<>();
        if (article != null && !article.publisher().isBlank()) {
            parts.add(article.publisher());
        }
        parts.add(alert.pairs().stream().map(Pair::value).collect(Collectors.joining(" ")));
        parts.add(String.join(", ", alert.topics()));
        parts.removeIf(String::isBlank);
        return String.join(" · ", parts);
    }

    /** Each sentence once, with the words that satisfied any condition. */
    private List<List<String>> sentences(List<AlertEvidence> evidence) {
        Map<Span, AlertEvidence> sentences = new LinkedHashMap<>();
        Map<Span, SortedMap<Integer, Integer>> words = new LinkedHashMap<>();
        for (AlertEvidence some : evidence) {
            sentences.putIfAbsent(some.span(), some);
            SortedMap<Integer, Integer> ends = words.computeIfAbsent(some.span(), span -> new TreeMap<>());
            some.words().forEach(word -> ends.merge(word.start(), word.end(), Math::max));
        }
        return sentences.entrySet().stream()
                .map(entry -> sentence(entry.getValue().sentence(), merged(words.get(entry.getKey()))))
                .toList();
    }

    private List<String> sentence(String sentence, List<Words> words) {
        String plain = PlainText.of(sentence);
        Paragraph paragraph = new Paragraph(style, "  │ ", WIDTH);
        int done = 0;
        for (Words word : words) {
            paragraph.add(plain.substring(done, word.start()), false);
            paragraph.add(plain.substring(word.start(), word.end()), true);
            done = word.end();
        }
        return paragraph.add(plain.substring(done), false).lines();
    }

    /** Words that overlap become one. */
    private static List<Words> merged(SortedMap<Integer, Integer> ends) {
        List<Words> merged = new ArrayList<>();
        ends.forEach((start, end) -> {
            Words last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && start < last.end()) {
                merged.set(merged.size() - 1, new Words(last.start(), Math.max(last.end(), end)));
            } else {
                merged.add(new Words(start, end));
            }
        });
        return merged;
    }

    private List<String> deadlines(Alert alert) {
        List<String> lines = new ArrayList<>();
        switch (alert.type()) {
            // What is not known about the outcome stands in the reason.
            case PASSED -> lines.addAll(wrapped("  ▸ ", alert.reason()));
            // No days are left to count.
            case CANCELLED, POSTPONED, MET -> {
                lines.addAll(wrapped("  ▸ ", alert.reason()));
                alert.deadlines().forEach(deadline -> lines.addAll(quotes(deadline)));
            }
            case MATCH -> alert.deadlines().forEach(deadline -> lines.addAll(deadline(deadline)));
            case CORRECTION, RETRACTION, STORM, DIGEST -> lines.addAll(wrapped("  ▸ ", alert.reason()));
            case ANNOUNCED, CONFIRMED, MOVED, CONFLICT, REMINDER ->
                alert.deadlines().forEach(deadline -> {
                    lines.addAll(deadline(deadline));
                    lines.addAll(quotes(deadline));
                });
        }
        return lines;
    }

    /** What is new, what else it tells of, and who else has it. */
    private List<String> notice(Alert alert) {
        AlertNotice notice = alert.notice();
        if (notice == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (notice.occasion() == Occasion.NEW_FACTS && alert.type() == AlertType.MATCH) {
            lines.addAll(wrapped("  + new: ", String.join(", ", notice.newFacts())));
        }
        if (notice.occasion() == Occasion.REPEAT_DUE) {
            lines.addAll(wrapped("  ↻ ", "again: nobody has acknowledged it"));
        }
        notice.members().stream().limit(MAX_MEMBERS).forEach(member -> lines.addAll(wrapped("  + ", words(member))));
        int more = notice.more() + Math.max(0, notice.members().size() - MAX_MEMBERS);
        if (more > 0) {
            lines.addAll(wrapped("  + ", more + " more"));
        }
        if (!notice.sources().isEmpty()) {
            String also = notice.sources().stream()
                    .map(AlertArticle::publisher)
                    .distinct()
                    .limit(MAX_MEMBERS)
                    .collect(Collectors.joining(", "));
            lines.addAll(wrapped("  = also: ", also));
        }
        return lines;
    }

    private static String words(AlertMember member) {
        AlertArticle article = member.article();
        return article == null || article.title().isBlank()
                ? member.reason()
                : article.title() + " · " + article.publisher();
    }

    private List<String> deadline(AlertDeadline deadline) {
        String moved = deadline.previous() == null ? "" : " (was " + deadline.previous() + ")";
        String disputed = deadline.otherDate() == null ? "" : " (or " + deadline.otherDate() + ")";
        String event = deadline.kind() == DeadlineKind.EVENT ? "event: " : "";
        Paragraph first = new Paragraph(style, "  ▸ ", WIDTH);
        first.add(deadline.date() + moved + disputed + " · " + left(deadline.daysLeft()) + " · " + event, false);
        return first.add(PlainText.of(deadline.what()), false).lines();
    }

    private List<String> quotes(AlertDeadline deadline) {
        List<String> lines = new ArrayList<>(quote("", deadline.quote()));
        lines.addAll(quote("before: ", deadline.previousQuote()));
        lines.addAll(quote("or: ", deadline.otherQuote()));
        return lines;
    }

    private List<String> quote(String label, @Nullable String quote) {
        return quote == null || quote.isBlank()
                ? List.of()
                : new Paragraph(style, "  │ ", WIDTH)
                        .add(label + PlainText.of(quote), false)
                        .lines();
    }

    private static String left(long days) {
        if (days == 0) {
            return "today";
        }
        if (days < 0) {
            return days == -1 ? "yesterday" : -days + " days ago";
        }
        return days == 1 ? "1 day left" : days + " days left";
    }

    private List<String> wrapped(String indent, String text) {
        return new Paragraph(style, indent, WIDTH)
                .add(PlainText.of(text), false)
                .lines();
    }

    private static String shortened(String text, int columns) {
        if (PlainText.columns(text) <= columns) {
            return text;
        }
        int end = Math.min(text.length(), columns - 1);
        while (PlainText.columns(text.substring(0, end)) > columns - 1) {
            end--;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}

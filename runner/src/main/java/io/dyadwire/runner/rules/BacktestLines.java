package io.dyadwire.runner.rules;

import io.dyadwire.alerts.backtest.BacktestReport;
import io.dyadwire.alerts.backtest.BacktestReport.Count;
import io.dyadwire.alerts.backtest.BacktestReport.Day;
import io.dyadwire.alerts.backtest.BacktestReport.RuleResult;
import io.dyadwire.alerts.backtest.BacktestReport.Sample;
import io.dyadwire.alerts.backtest.BacktestReport.Term;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import io.dyadwire.runner.tag.Hue;
import io.dyadwire.runner.tag.Ink;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What rules would have done, for a person. Pure. */
final class BacktestLines {
    private static final int MOST_DAYS = 31;
    private static final int LONGEST = 200;
    private static final int WIDEST_BAR = 40;
    private static final int SAMPLES = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    BacktestLines(Ink ink) {
        this.ink = ink;
    }

    /** One string a line; a part for each rule that matched something, and a line for all that did not. */
    List<String> of(BacktestReport report) {
        if (report.from() == null || report.to() == null) {
            return List.of("There were no articles in that time.");
        }
        lines.add(report.articles() + " articles, " + TIME.format(report.from()) + " to " + TIME.format(report.to())
                + " UTC" + (report.complete() ? "" : "; ended early"));
        report.rules().stream().filter(rule -> rule.matches() > 0).forEach(this::add);
        String silent = report.rules().stream()
                .filter(rule -> rule.matches() == 0)
                .map(rule -> rule.rule() + (rule.notes().isEmpty() ? "" : " (" + String.join(" ", rule.notes()) + ")"))
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            lines.add("");
            lines.add("no hits: " + silent);
        }
        return lines;
    }

    private void add(RuleResult rule) {
        lines.add("");
        lines.add(ink.strong(rule.rule() + " (" + rule.desk() + ")") + "  " + count(rule.hits(), "hit") + " → "
                + count(rule.alerts(), "alert")
                + String.format(Locale.ROOT, ", %.2f %% of all articles", 100 * rule.share()));
        if (rule.edits() > 0) {
            lines.add("  and " + count(rule.edits(), "newer version") + " of articles that it had matched");
        }
        held(rule.held());
        rule.notes().forEach(note -> lines.add("  " + note));
        days(rule.days());
        terms(rule.terms());
        lines.add("  sources: "
                + PlainText.line(rule.sources().stream()
                        .map(source -> source.name() + " " + source.count())
                        .collect(Collectors.joining(", "))));
        rule.samples().stream().limit(SAMPLES).forEach(this::sample);
    }

    private void held(Map<DecisionOutcome, Long> held) {
        if (!held.isEmpty()) {
            lines.add("  "
                    + held.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> entry.getValue() + " " + words(entry.getKey()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String words(DecisionOutcome outcome) {
        return switch (outcome) {
            case DEDUPLICATED -> "left out as the same story or version";
            case GROUPED -> "waited for others of their group";
            case BACKFILL -> "old news when first seen";
            case TOO_OLD -> "too far behind";
            default -> outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private void days(List<Day> days) {
        long most = days.stream().mapToLong(Day::hits).max().orElse(0);
        List<Day> last = days.subList(Math.max(0, days.size() - MOST_DAYS), days.size());
        Table table = new Table("  DAY", "HITS", "ALERTS", "");
        for (Day day : last) {
            int bar = most == 0 ? 0 : (int) Math.ceilDiv(day.hits() * Math.min(WIDEST_BAR, most), most);
            table.add("  " + day.day(), Long.toString(day.hits()), Long.toString(day.alerts()), "▪".repeat(bar));
        }
        lines.addAll(table.lines());
    }

    private void terms(List<Term> terms) {
        if (terms.isEmpty()) {
            return;
        }
        Table table = new Table("  TERM", "HITS", "ALONE", "WORDS");
        for (Term term : terms) {
            String words = term.words().stream().map(BacktestLines::words).collect(Collectors.joining(", "));
            table.add("  " + cut(term.asks()), Long.toString(term.hits()), Long.toString(term.alone()), cut(words));
        }
        lines.addAll(table.lines());
    }

    private static String words(Count word) {
        return word.name() + (word.count() == 1 ? "" : " ×" + word.count());
    }

    private void sample(Sample sample) {
        lines.add("  " + ink.faint(TIME.format(sample.at())) + "  "
                + PlainText.line(
                        sample.publisher() + ": " + (sample.title().isBlank() ? sample.article() : sample.title())));
        sample.evidence().stream().limit(1).forEach(evidence -> lines.add("      " + marked(evidence)));
    }

    private String marked(AlertEvidence evidence) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        for (AlertEvidence.Words words : evidence.words()) {
            line.append(PlainText.line(evidence.sentence().substring(at, words.start())));
            line.append(ink.mark(PlainText.line(evidence.sentence().substring(words.start(), words.end())), Hue.TOPIC));
            at = words.end();
        }
        return line + PlainText.line(evidence.sentence().substring(at));
    }

    private static String cut(String text) {
        String line = PlainText.line(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

package io.dyadwire.runner.deadlines;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deadlines by the day on which they are over, as a person reads them. Pure. */
final class DeadlineTable {
    private static final int MOST_PAIRS = 3;
    private static final int MOST_DATES = 2;

    private DeadlineTable() {}

    static List<Deadline> sorted(Collection<Deadline> deadlines) {
        return deadlines.stream()
                .sorted(Comparator.comparing(
                                (Deadline deadline) -> deadline.date().lastDay())
                        .thenComparing(Deadline::what))
                .toList();
    }

    /**
     * A line of heads and one for each, by the day on which it is over.
     *
     * @param own rules by which a desk sets deadlines itself
     * @param today the day that days are counted from
     */
    static List<String> lines(List<Deadline> deadlines, List<Rule> own, LocalDate today) {
        Table table = new Table("DUE", "DAYS LEFT", "STATE", "SOURCES", "PAIRS", "WHAT");
        Stream.concat(
                        deadlines.stream().map(deadline -> row(deadline, today)),
                        own.stream().map(rule -> row(rule, today)))
                .sorted(Comparator.comparing(Row::lastDay).thenComparing(Row::what))
                .forEach(row -> table.add(row.due(), row.left(), row.state(), row.sources(), row.pairs(), row.what()));
        return table.lines();
    }

    private record Row(
            LocalDate lastDay, String due, String left, String state, String sources, String pairs, String what) {}

    private static Row row(Deadline deadline, LocalDate today) {
        return new Row(
                deadline.date().lastDay(),
                due(deadline),
                daysLeft(deadline.date(), today),
                deadline.state().name().toLowerCase(Locale.ROOT),
                Integer.toString(deadline.sources().size()),
                pairs(deadline.pairs()),
                PlainText.line(deadline.what()));
    }

    /** {@code 2019-08-24 (was 2019-08-20) (or 2019-08-26)}: the date before, and those that others give. */
    private static String due(Deadline deadline) {
        PartialDate before = deadline.previousDate();
        String others = deadline.conflicts().stream()
                .map(said -> String.valueOf(said.date()))
                .distinct()
                .limit(MOST_DATES)
                .map(date -> " (or " + date + ")")
                .collect(Collectors.joining());
        return deadline.date().value() + (before == null ? "" : " (was " + before + ")") + others;
    }

    private static Row row(Rule rule, LocalDate today) {
        LocalDate due = Objects.requireNonNull(rule.due());
        return new Row(
                due,
                due.toString(),
                daysLeft(PartialDate.of(due), today),
                "the desk's",
                "-",
                "-",
                PlainText.line(Objects.requireNonNull(rule.what())));
    }

    /** Until its last day: a month is not a day, so the days of a coarse date are a bound ("≤ 19"). */
    private static String daysLeft(PartialDate date, LocalDate today) {
        long days = date.lastDay().toEpochDay() - today.toEpochDay();
        if (days < 0) {
            return "over";
        }
        boolean coarse = !date.firstDay().equals(date.lastDay());
        return (coarse ? "≤ " : "") + days;
    }

    private static String pairs(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return "-";
        }
        String told = pairs.stream().limit(MOST_PAIRS).map(Pair::value).collect(Collectors.joining(" "));
        return pairs.size() > MOST_PAIRS ? told + " …" : told;
    }
}

package io.dyadwire.runner.deadlines;

import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Deadlines by the day on which they are over, as a person reads them. Pure. */
final class DeadlineTable {
    private static final int MOST_PAIRS = 3;

    private DeadlineTable() {}

    static List<Deadline> sorted(Collection<Deadline> deadlines) {
        return deadlines.stream()
                .sorted(Comparator.comparing(
                                (Deadline deadline) -> deadline.date().lastDay())
                        .thenComparing(Deadline::what))
                .toList();
    }

    /** A line of heads and one for each. {@code today} is the day that days are counted from. */
    static List<String> lines(List<Deadline> deadlines, LocalDate today) {
        Table table = new Table("DUE", "DAYS LEFT", "STATE", "SOURCES", "PAIRS", "WHAT");
        for (Deadline deadline : deadlines) {
            table.add(
                    deadline.date().value(),
                    daysLeft(deadline, today),
                    deadline.state().name().toLowerCase(Locale.ROOT),
                    Integer.toString(deadline.sources().size()),
                    pairs(deadline.pairs()),
                    PlainText.line(deadline.what()));
        }
        return table.lines();
    }

    /** Until its last day: a month is not a day, so the days of a coarse date are a bound ("≤ 19"). */
    private static String daysLeft(Deadline deadline, LocalDate today) {
        LocalDate last = deadline.date().lastDay();
        long days = last.toEpochDay() - today.toEpochDay();
        if (days < 0) {
            return "over";
        }
        boolean coarse = !deadline.date().firstDay().equals(last);
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

package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.tag.DateTag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates that belong together: two in a list ("Friday and Saturday") and the two ends of a span ("from March 3 to 12").
 * A span of up to three days is one entry a day, a longer one its last day for a deadline and its first for an event.
 */
final class Spans {
    private static final int SPAN_IN_FULL = 3;

    private Spans() {}

    /** Whether the second date only goes on from the first: "Friday and Saturday", "Aug. 16-17", "April 3, 4 or 5". */
    static boolean listed(Clause one, Clause other) {
        if (one.from() != other.from() || other.first() - one.last() > 3 || other.first() <= one.last()) {
            return false;
        }
        char between = other.before(other.first());
        if (other.first() == one.last() + 1 && between != '-' && between != '–' && between != ',') {
            return false;
        }
        for (int i = one.last() + 1; i < other.first(); i++) {
            boolean joins =
                    switch (other.cue(i)) {
                        case AND, OR, ON, THE, TO, THROUGH -> true;
                        default -> false;
                    };
            if (!joins) {
                return false;
            }
        }
        return true;
    }

    /**
     * The days that this date stands for, each with what hangs on it; none when it is one end of a span that the other
     * end tells.
     */
    static List<PartialDate> days(Clauses clauses, List<DateTag> dates, int at, Found found, LocalDate today) {
        PartialDate start = at > 0 ? start(clauses, dates, at - 1, found) : null;
        boolean deadline = found.hook().kind() == DeadlineKind.DEADLINE;
        if (start == null) {
            boolean told = deadline && at + 1 < dates.size() && goesOn(clauses, dates, found, at + 1);
            return told ? List.of() : List.of(found.date());
        }
        LocalDate last = found.date().firstDay();
        long days = last.toEpochDay() - start.firstDay().toEpochDay() + 1;
        if (found.date().precision() != Precision.DAY || days > SPAN_IN_FULL) {
            return deadline ? List.of(found.date()) : List.of();
        }
        List<PartialDate> each = new ArrayList<>(SPAN_IN_FULL);
        for (LocalDate day = start.firstDay().plusDays(deadline ? 0 : 1); !day.isAfter(last); day = day.plusDays(1)) {
            if (!day.isBefore(today)) {
                each.add(PartialDate.of(day));
            }
        }
        return each;
    }

    /** The first date of a span that this date ends: "Aug. 16-20", "from March 3 to 12", "between 2014 and 2016". */
    private static @Nullable PartialDate start(Clauses clauses, List<DateTag> dates, int at, Found found) {
        DateTag before = dates.get(at);
        PartialDate start = DueDate.of(before);
        if (start == null
                || before.field() != found.field()
                || start.precision() != found.date().precision()) {
            return null;
        }
        Clause clause = clauses.of(at);
        boolean spans = clause != null
                && spans(clause, found.clause())
                && !start.firstDay().isAfter(found.date().firstDay());
        return spans ? start : null;
    }

    private static boolean goesOn(Clauses clauses, List<DateTag> dates, Found found, int at) {
        DateTag next = dates.get(at);
        PartialDate end = DueDate.of(next);
        if (end == null
                || next.field() != found.field()
                || end.precision() != found.date().precision()) {
            return false;
        }
        Clause clause = clauses.of(at);
        return clause != null
                && spans(found.clause(), clause)
                && !end.firstDay().isBefore(found.date().firstDay());
    }

    private static boolean spans(Clause one, Clause other) {
        int gap = other.first() - one.last();
        if (one.from() != other.from() || gap < 1 || gap > 3) {
            return false;
        }
        char before = other.before(other.first());
        Cue between = gap == 1 ? Cue.NONE : one.cue(one.last() + 1);
        if (one.is(one.first() - 1, Cue.FROM) && Moves.verb(other) >= 0) {
            return false;
        }
        boolean dash = gap == 1 && (before == '-' || before == '–' || before == '—');
        boolean and = between == Cue.AND && one.is(one.first() - 1, Cue.BETWEEN);
        return dash || and || between == Cue.TO || between == Cue.THROUGH || between == Cue.UNTIL;
    }
}

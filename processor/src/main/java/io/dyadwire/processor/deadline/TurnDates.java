package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.tag.DateTag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a sentence that says what became of a deadline.
 *
 * @param coming the first day or month that is still to come
 * @param past the day in the last week, or today, on which something was done
 * @param old whether it speaks of what is long over and of nothing that was done of late
 * @param history whether it speaks of nothing but what is long over
 */
record TurnDates(@Nullable PartialDate coming, @Nullable PartialDate past, boolean old, boolean history) {
    private static final int RECENT_DAYS = 7;
    private static final int HISTORY_DAYS = 21;

    static TurnDates in(Clause c, Field field, List<DateTag> dates, LocalDate today) {
        int start = c.tokens().start(c.from());
        int end = c.tokens().end(c.to());
        PartialDate coming = null;
        PartialDate past = null;
        boolean old = false;
        for (DateTag tag : dates) {
            PartialDate date =
                    tag.field() == field && tag.start() >= start && tag.end() <= end ? DueDate.of(tag) : null;
            if (date == null) {
                continue;
            }
            if (date.firstDay().isAfter(today)) {
                coming = coming == null ? date : coming;
            } else if (!date.lastDay().isBefore(today.minusDays(HISTORY_DAYS))) {
                boolean day =
                        date.precision() == Precision.DAY && !date.firstDay().isBefore(today.minusDays(RECENT_DAYS));
                past = day ? date : past;
            } else {
                old = true;
            }
        }
        return new TurnDates(coming, past, old && past == null, old && coming == null && past == null);
    }

    boolean recent() {
        return past != null;
    }

    /** The date that the thing had; null where the sentence does not say. */
    @Nullable
    PartialDate of(DeadlineTurn turn) {
        return turn == DeadlineTurn.MET ? past : coming;
    }
}

package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.tag.DateTag;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The day at the end of a length of time: "within 60 days", "gave the bank another 30 days", "put off the vote, set for
 * Aug. 20, for a month".
 */
final class Stretches {
    private final Moves moves;
    private final TurnWords words;

    Stretches(Moves moves, TurnWords words) {
        this.moves = moves;
        this.words = words;
    }

    /** The last day, and how it came about; a hook is there where the words before decide what hangs on it. */
    record End(
            PartialDate date, @Nullable Hook hook, @Nullable Moved moved) {}

    /** Null when the length of time leads to no day. */
    @Nullable
    End of(Clause c, DateTag tag, LocalDate today) {
        int p = c.preposition();
        PartialDate counted = DueDate.after(tag, today);
        if (counted == null) {
            return null;
        }
        if (c.is(p, Cue.WITHIN) || (c.is(p, Cue.IN) && tag.text().contains("next"))) {
            return new End(counted, null, null);
        }
        boolean leads = c.is(p, Cue.FOR) || c.is(p, Cue.BY);
        return leads ? shifted(c, tag, p) : allowed(c, tag, counted);
    }

    /** "postponed for a month": counted from the date that the sentence names. */
    private @Nullable End shifted(Clause c, DateTag tag, int p) {
        int verb = p - 1;
        while (c.inside(verb) && verb > p - 8 && !Moves.moves(c, verb)) {
            verb--;
        }
        boolean named = c.is(c.last() + 1, Cue.TO) || c.is(c.last() + 1, Cue.UNTIL);
        if (!c.inside(verb) || !Moves.moves(c, verb) || named || moves.unreal(c, verb)) {
            return null;
        }
        PartialDate from = moves.from(c, tag, verb, null);
        PartialDate date = from == null ? null : DueDate.after(tag, from.firstDay());
        if (from == null || date == null) {
            return null;
        }
        boolean extended = c.text(verb).startsWith("exten") || c.text(verb).startsWith("prolong");
        PartialDate exact = exact(tag, from);
        Moved moved = moves.moved(c, verb, extended ? MoveKind.EXTENDED : MoveKind.POSTPONED, from);
        return new End(exact == null ? date : exact, new Hook(moved.kind(), 0.8, -1, verb), moved);
    }

    /** A month after a day is a day. */
    private static @Nullable PartialDate exact(DateTag tag, PartialDate from) {
        String value = tag.value();
        boolean months = value.endsWith("M") && from.value().length() == 10 && value.length() < 5;
        return months
                ? PartialDate.of(from.firstDay().plusMonths(Integer.parseInt(value.substring(1, value.length() - 1))))
                : null;
    }

    /** "gave the bank another 30 days", "has 30 days to answer". */
    private @Nullable End allowed(Clause c, DateTag tag, PartialDate counted) {
        int before = c.first() - 1;
        boolean more = words.is(c, before, words.more) || tag.text().contains(" more ");
        int verb = words.is(c, before, words.more) ? before - 1 : before;
        while (c.inside(verb) && verb > c.first() - 8 && !words.is(c, verb, words.give)) {
            verb--;
        }
        boolean about = c.reads(before, "over")
                || c.reads(before, "than")
                || c.reads(before, "least")
                || c.is(before, Cue.WITH);
        boolean given = !about
                && words.is(c, verb, words.give)
                && !c.has(Cue.NOT, verb, before)
                && Mood.of(c, words, verb).kind() == Mood.Kind.FACT;
        boolean purpose = c.is(c.last() + 1, Cue.TO) && Sign.infinitive(c, c.last() + 1);
        boolean have = c.reads(verb, "have") || c.reads(verb, "has");
        if (!given || !(more || purpose) || (have && verb != (more ? before - 1 : before))) {
            return null;
        }
        Moved moved = more
                ? new Moved(new DeadlineMove(MoveKind.EXTENDED, null), DeadlineKind.DEADLINE, verb, null, Set.of())
                : null;
        return new End(counted, new Hook(DeadlineKind.DEADLINE, 0.7, -1, verb), moved);
    }
}

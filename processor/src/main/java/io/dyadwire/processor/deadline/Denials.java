package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.processor.deadline.Subject.Range;
import org.jspecify.annotations.Nullable;

/** "denied that a date had been set for the talks", "no date has been set for", "there are no plans for a summit". */
final class Denials {
    private static final double SURE = 0.8;

    private Denials() {}

    static @Nullable Turn at(Clause c, TurnWords w, int i) {
        if (w.is(c, i, w.deny)) {
            return denied(c, w, i);
        }
        boolean none = w.is(c, i, w.date) && (c.reads(i - 1, "no") || c.reads(i - 1, "No"));
        return none ? noDate(c, w, i) : null;
    }

    /** What is denied must be that something is to come, not that something was done. */
    private static @Nullable Turn denied(Clause c, TurnWords w, int i) {
        boolean passive = c.is(i - 1, Cue.BE) && !c.text(i - 1).startsWith("ha");
        if (passive || c.is(i - 1, Cue.NOT) || c.is(i - 2, Cue.NOT)) {
            return null;
        }
        int that = opener(c, w, i);
        int start = that < 0 ? plan(c, w, i) : that + 1;
        if (start < 0) {
            return null;
        }
        int end = end(c, start);
        int sign = toCome(c, start, end);
        if (offAlready(c, w, start, end) || (that >= 0 && sign < 0)) {
            return null;
        }
        Range event = Thing.event(c, w, start, end);
        boolean verb = !event.isEmpty()
                && event.from() > 0
                && (c.is(event.from() - 1, Cue.WILL) || c.is(event.from() - 1, Cue.TO));
        if (!event.isEmpty() && !verb) {
            return turn(i, that < 0 ? start : that, What.of(c, event));
        }
        return sign < 0 || !dated(c, sign, end) ? null : turn(i, Math.max(that, i), What.of(c, new Range(start, end)));
    }

    /** The "that" behind "denied", "dismissed a report"; -1 when there is none near. */
    private static int opener(Clause c, TurnWords w, int i) {
        for (int k = i + 1; k < i + 9 && c.inside(k) && c.before(k) != ','; k++) {
            boolean report = w.is(c, k, w.report);
            if (c.reads(k, "that") || (report && !c.reads(k + 1, "that") && !c.is(k + 1, Cue.OF) && !c.dated(k + 1))) {
                return k;
            }
        }
        return -1;
    }

    /** "denied plans for a summit". */
    private static int plan(Clause c, TurnWords w, int i) {
        for (int k = i + 1; k < i + 5 && c.inside(k); k++) {
            if (w.is(c, k, w.date) && c.is(k + 1, Cue.FOR)) {
                return k + 1;
            }
        }
        return -1;
    }

    private static boolean dated(Clause c, int from, int to) {
        for (int k = from; k <= to; k++) {
            if (c.dated(k)) {
                return true;
            }
        }
        return false;
    }

    private static int end(Clause c, int start) {
        int end = start;
        while (c.inside(end + 1)
                && end < start + 18
                && c.before(end + 1) != ','
                && !Subject.breaks(c.before(end + 1))) {
            if (c.is(end + 1, Cue.SAY)) {
                break;
            }
            end++;
        }
        return Math.min(end, c.to());
    }

    private static int toCome(Clause c, int start, int end) {
        for (int k = start; k <= end; k++) {
            boolean planned = c.is(k, Cue.PLAN) || c.is(k, Cue.DUE);
            if (c.is(k, Cue.WILL) || planned) {
                return k;
            }
        }
        return -1;
    }

    private static boolean offAlready(Clause c, TurnWords w, int start, int end) {
        for (int k = start; k <= end; k++) {
            if (w.is(c, k, w.off) || w.is(c, k, w.delay) || (w.is(c, k, w.call) && c.reads(k + 1, "off"))) {
                return true;
            }
        }
        return c.has(Cue.NOT, start, end);
    }

    /** "No date has been set for the talks", "no plans for a summit". */
    private static @Nullable Turn noDate(Clause c, TurnWords w, int i) {
        for (int k = i - 2; c.inside(k); k--) {
            if (w.is(c, k, w.deny)) {
                return null;
            }
        }
        boolean plan = c.text(i).startsWith("plan");
        boolean ofEnd = w.is(c, i + 2, w.off) || w.is(c, i + 2, w.call) || w.is(c, i + 2, w.delay);
        if (ofEnd) {
            return null;
        }
        for (int k = i + 1; k < i + 8 && c.inside(k) && c.before(k) != ','; k++) {
            boolean leads = c.is(k, Cue.FOR) || (c.is(k, Cue.OF) && k == i + 1);
            boolean toHold = plan && k == i + 1 && c.is(k, Cue.TO);
            if (leads || toHold) {
                Range event = Thing.event(c, w, k + 1, k + 12);
                boolean near = !event.isEmpty() && (!toHold || event.from() <= k + 4);
                return near ? turn(i - 1, k - 1, What.of(c, event)) : null;
            }
        }
        return null;
    }

    private static @Nullable Turn turn(int from, int to, Phrase thing) {
        return thing.isEmpty() ? null : Turn.of(DeadlineTurn.DENIED, from, Math.max(from, to), thing, SURE);
    }
}

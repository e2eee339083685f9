package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.processor.deadline.Subject.Range;
import org.jspecify.annotations.Nullable;

/** "called off the talks", "the vote was cancelled", "will not take place", "postponed indefinitely". */
final class CalledOff {
    private static final double SURE = 0.9;
    private static final double POSSIBLE = 0.6;
    private static final double PUT_OFF = 0.8;

    private CalledOff() {}

    /** What the word at {@code i} says; null when it says nothing of this. */
    static @Nullable Turn at(Clause c, TurnWords w, int i, boolean title) {
        if (w.is(c, i, w.occur)) {
            return notToBe(c, w, i);
        }
        if (w.is(c, i, w.off)) {
            return done(c, w, i, i, DeadlineTurn.CANCELLED, SURE, title);
        }
        boolean off = c.reads(i + 1, "off");
        if (w.is(c, i, w.call)) {
            return off ? done(c, w, i, i + 1, DeadlineTurn.CANCELLED, SURE, title) : parted(c, w, i);
        }
        if (w.is(c, i, w.delay)) {
            int end = off ? i + 1 : i;
            boolean open = isOpen(c, end);
            boolean before = c.reads(end + 1, "twice") || c.reads(end + 2, "times");
            boolean plain =
                    !before && (off || c.reads(i, "postponed") || c.reads(i, "deferred")) && !saysUntilWhen(c, end);
            return open || plain ? done(c, w, i, end, DeadlineTurn.POSTPONED, open ? SURE : PUT_OFF, title) : null;
        }
        return null;
    }

    /** "indefinitely", "until further notice". */
    private static boolean isOpen(Clause c, int verb) {
        for (int k = verb + 1; k < verb + 8 && c.inside(k) && c.before(k) == 0; k++) {
            if (c.reads(k, "indefinitely") || (c.is(k, Cue.UNTIL) && c.reads(k + 1, "further"))) {
                return true;
            }
        }
        return false;
    }

    /** "postponed until next Tuesday": moved, not called off. */
    private static boolean saysUntilWhen(Clause c, int verb) {
        for (int k = verb + 1; k < verb + 12 && c.inside(k) && c.before(k) != ','; k++) {
            if ((c.is(k, Cue.UNTIL) && !c.reads(k + 1, "further"))
                    || ((c.is(k, Cue.TO) || c.is(k, Cue.FOR) || c.is(k, Cue.BY)) && dateNear(c, k))) {
                return true;
            }
        }
        return false;
    }

    private static boolean dateNear(Clause c, int i) {
        return c.dated(i + 1) || c.dated(i + 2) || c.number(i + 1) || c.reads(i + 1, "a") || c.reads(i + 1, "at");
    }

    /** "called the talks off". */
    private static @Nullable Turn parted(Clause c, TurnWords w, int i) {
        for (int k = i + 2; k < i + 10 && c.inside(k) && c.before(k) == 0; k++) {
            if (c.reads(k, "off")) {
                Range thing = Thing.event(c, w, i + 1, k - 1);
                return turn(c, Mood.of(c, w, i), k, thing, DeadlineTurn.CANCELLED, SURE);
            }
        }
        return null;
    }

    private static @Nullable Turn done(
            Clause c, TurnWords w, int i, int end, DeadlineTurn turn, double confidence, boolean title) {
        Mood mood = Mood.of(c, w, i);
        String word = c.text(i);
        boolean past = word.endsWith("ed") || word.equals("put");
        boolean present = word.endsWith("s") && !mood.passive();
        boolean led = mood.from() < i;
        boolean bare = !past && !present && !led;
        if (bare) {
            return null;
        }
        Range object = mood.passive() ? Range.NONE : object(c, w, end);
        boolean walkedOut = word.startsWith("drop") || word.startsWith("abandon");
        if (walkedOut && !mood.passive() && !plans(c, w, end + 1, object)) {
            return null;
        }
        boolean headline = title && past && !led;
        Range thing = mood.passive() || (object.isEmpty() && headline) ? Thing.subject(c, w, mood.from(), 0) : object;
        return turn(c, mood, end, thing, turn, confidence);
    }

    private static Range object(Clause c, TurnWords w, int end) {
        Range object = Thing.event(c, w, end + 1, objectEnd(c, end));
        for (int k = end + 1; k < object.from(); k++) {
            boolean leads =
                    switch (c.cue(k)) {
                        case NONE, THE, ADVERB, PLAN, TO -> true;
                        case FOR, OF -> plans(c, w, end + 1, object);
                        default -> c.dated(k);
                    };
            if (!leads) {
                return Range.NONE;
            }
        }
        return object;
    }

    /** "dropped its plans for a vote". */
    private static boolean plans(Clause c, TurnWords w, int start, Range object) {
        for (int k = start; k < object.from(); k++) {
            if (w.is(c, k, w.date)) {
                return true;
            }
        }
        return false;
    }

    /** An object stands close behind its verb, before any other clause. */
    private static int objectEnd(Clause c, int verb) {
        int end = verb;
        while (end < verb + 9 && c.inside(end + 1) && (end == verb || c.before(end + 1) != ',')) {
            boolean over = c.is(end + 1, Cue.CLAUSE)
                    || c.is(end + 1, Cue.SAY)
                    || c.is(end + 1, Cue.AFTER)
                    || (c.is(end + 1, Cue.FOR) && !c.is(end, Cue.PLAN))
                    || c.is(end + 1, Cue.BE)
                    || Subject.breaks(c.before(end + 1));
            if (over) {
                break;
            }
            end++;
        }
        return end;
    }

    private static @Nullable Turn turn(Clause c, Mood mood, int to, Range range, DeadlineTurn turn, double confidence) {
        Phrase thing = range.isEmpty() ? null : What.of(c, range);
        if (thing == null || thing.isEmpty()) {
            return null;
        }
        return switch (mood.kind()) {
            case FACT -> Turn.of(turn, mood.from(), to, thing, confidence);
            case POSSIBLE -> Turn.of(DeadlineTurn.DOUBTED, mood.from(), to, thing, POSSIBLE);
            case UNREAL -> null;
        };
    }

    /** "will not take place", "will no longer be held". */
    private static @Nullable Turn notToBe(Clause c, TurnWords w, int i) {
        boolean phrase =
                (c.reads(i, "place") && c.reads(i - 1, "take")) || (c.reads(i, "ahead") && c.reads(i - 1, "go"));
        boolean held = c.reads(i, "held") && c.reads(i - 1, "be");
        if (!phrase && !held && !c.reads(i, "happen")) {
            return null;
        }
        boolean will = false;
        boolean not = false;
        int from = phrase || held ? i - 1 : i;
        for (int k = from - 1; k > i - 7 && c.inside(k); k--) {
            boolean group = c.is(k, Cue.WILL) || c.is(k, Cue.NOT) || c.is(k, Cue.ADVERB) || c.is(k, Cue.BE);
            if (!group) {
                break;
            }
            boolean contracted = c.reads(k, "won't") || c.reads(k, "wouldn't");
            will |= c.is(k, Cue.WILL) || contracted;
            not |= c.is(k, Cue.NOT);
            from = k;
        }
        boolean later =
                c.has(Cue.UNTIL, i + 1, i + 5) || c.has(Cue.BEFORE, i + 1, i + 5) || c.has(Cue.CLAUSE, i + 1, i + 5);
        if (!will || !not || later) {
            return null;
        }
        Mood mood = Mood.of(c, w, from);
        return turn(c, mood, i, Thing.subject(c, w, from, 0), DeadlineTurn.CANCELLED, SURE);
    }
}

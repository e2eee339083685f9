package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.processor.deadline.Subject.Range;
import org.jspecify.annotations.Nullable;

/** "are in doubt", "cast doubt on the vote", "unclear whether the talks will go ahead", "unlikely to meet the deadline". */
final class Doubts {
    private static final double SURE = 0.8;

    private Doubts() {}

    static @Nullable Turn at(Clause c, TurnWords w, int i) {
        if (w.is(c, i, w.doubt)) {
            return c.is(i - 1, Cue.IN) || c.is(i - 1, Cue.AT) || c.reads(i - 1, "into") || c.reads(i - 2, "in")
                    ? in(c, w, i)
                    : over(c, w, i);
        }
        if (w.is(c, i, w.unclear)) {
            Turn inner = whether(c, w, i, i + 1);
            return inner == null && c.is(i - 1, Cue.BE) ? subject(c, w, i, i - 1) : inner;
        }
        if (w.is(c, i, w.unlikely)) {
            return unlikely(c, w, i);
        }
        boolean mayslip = w.is(c, i, w.slip) && (c.is(i - 1, Cue.MAY) || c.is(i - 1, Cue.WILL));
        return mayslip ? subject(c, w, i, i - 1) : null;
    }

    /** "are in doubt", "put the talks at risk". */
    private static @Nullable Turn in(Clause c, TurnWords w, int i) {
        int preposition = c.is(i - 1, Cue.THE) ? i - 2 : i - 1;
        int verb = preposition - 1;
        while (c.is(verb, Cue.ADVERB) || c.reads(verb, "still") || c.reads(verb, "now")) {
            verb--;
        }
        boolean hangs =
                c.is(verb, Cue.BE) || c.is(verb, Cue.CONTINUE) || c.reads(verb, "hangs") || c.reads(verb, "hang");
        boolean thrown = w.is(c, verb, w.thrown) && c.is(verb - 1, Cue.BE);
        if (hangs || thrown) {
            int from = thrown ? verb - 1 : verb;
            while (c.is(from - 1, Cue.BE) || c.is(from - 1, Cue.ADVERB)) {
                from--;
            }
            return c.is(verb, Cue.NOT) || c.is(verb + 1, Cue.NOT) ? null : subject(c, w, i, from);
        }
        for (int k = preposition - 1; k > preposition - 9 && c.inside(k) && c.before(k + 1) != ','; k--) {
            if (w.is(c, k, w.thrown)) {
                return turn(c, k, i, Thing.event(c, w, k + 1, preposition - 1));
            }
        }
        return null;
    }

    private static @Nullable Turn subject(Clause c, TurnWords w, int i, int verb) {
        Mood mood = Mood.of(c, w, verb);
        return mood.kind() == Mood.Kind.UNREAL ? null : turn(c, verb, i, Thing.subject(c, w, mood.from(), 0));
    }

    /** "doubts over the summit", "doubts grew over whether the talks would be held". */
    private static @Nullable Turn over(Clause c, TurnWords w, int i) {
        boolean nobody = c.reads(i - 1, "Nobody") || c.reads(i - 1, "nobody") || c.reads(i - 1, "one");
        if (nobody || c.is(i - 1, Cue.NOT) || c.reads(i - 1, "little")) {
            return null;
        }
        for (int k = i + 1; k < i + 5 && c.inside(k) && c.before(k) == 0; k++) {
            boolean leads = c.reads(k, "on") || c.reads(k, "over") || c.reads(k, "about") || c.reads(k, "surrounding");
            if (leads && !c.dated(k + 1)) {
                Turn inner = whether(c, w, i, k + 1);
                return inner == null ? turn(c, i, k, Thing.event(c, w, k + 1, k + 8)) : inner;
            }
        }
        return whether(c, w, i, i + 1);
    }

    /** "whether the talks will go ahead". */
    private static @Nullable Turn whether(Clause c, TurnWords w, int i, int at) {
        boolean opens = c.reads(at, "whether") || c.reads(at, "if") || c.reads(at, "that") || c.reads(at, "when");
        if (!opens || c.is(i - 1, Cue.NOT)) {
            return null;
        }
        for (int k = at + 1; k < at + 14 && c.inside(k); k++) {
            boolean happens = w.is(c, k, w.occur) || c.is(k, Cue.DEADLINE) || c.reads(k, "open") || c.reads(k, "begin");
            if (happens) {
                return turn(c, i, at, Thing.event(c, w, at + 1, k));
            }
        }
        return null;
    }

    /** "unlikely to meet the deadline", "is unlikely to take place". */
    private static @Nullable Turn unlikely(Clause c, TurnWords w, int i) {
        if (!c.is(i + 1, Cue.TO)) {
            return null;
        }
        boolean meets = c.reads(i + 2, "meet") || c.reads(i + 2, "make") || c.reads(i + 2, "keep");
        if (meets) {
            Range object = Thing.event(c, w, i + 3, i + 9);
            boolean deadline = !object.isEmpty() && c.has(Cue.DEADLINE, object.from(), object.to());
            return deadline ? turn(c, i, i + 2, object) : null;
        }
        boolean occurs = w.is(c, i + 2, w.occur) || w.is(c, i + 3, w.occur);
        return occurs ? subject(c, w, i, c.is(i - 1, Cue.BE) ? i - 1 : i) : null;
    }

    private static @Nullable Turn turn(Clause c, int from, int to, Range range) {
        Phrase thing = range.isEmpty() ? null : What.of(c, range);
        return thing == null || thing.isEmpty()
                ? null
                : Turn.of(DeadlineTurn.DOUBTED, Math.min(from, to), Math.max(from, to), thing, SURE);
    }
}

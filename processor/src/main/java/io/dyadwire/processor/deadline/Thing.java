package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.processor.deadline.Subject.Range;

/** Finds the words for something that has a date: "trade talks between Norway and Chile", "deadline for bids". */
final class Thing {
    private Thing() {}

    /** The first event or deadline named from one token to another, as its whole noun phrase; empty when there is none. */
    static Range event(Clause c, TurnWords w, int start, int end) {
        return in(c, w, start, end, 0);
    }

    /** The first noun of this list, or with list 0 the first event or deadline, with its phrase. */
    static Range in(Clause c, TurnWords w, int start, int end, int list) {
        int last = Math.min(end, c.to());
        for (int i = Math.max(start, c.from()); i <= last; i++) {
            if (noun(c, w, i, list)) {
                int head = i;
                while (head < last && c.before(head + 1) == 0 && noun(c, w, head + 1, list)) {
                    head++;
                }
                if (w.is(c, head, w.sport) || c.reads(head, "Test") || ofSport(c, w)) {
                    return Range.NONE;
                }
                int from = i;
                while (from > start && describes(c, from - 1)) {
                    from--;
                }
                return new Range(from, Math.max(head, Math.min(last, NounPhrase.end(c, head))));
            }
        }
        return Range.NONE;
    }

    /** "The tour was called off, the coach said." */
    private static boolean ofSport(Clause c, TurnWords w) {
        for (int i = c.from(); i <= c.to(); i++) {
            if (w.is(c, i, w.sporting)) {
                return true;
            }
        }
        return false;
    }

    private static boolean noun(Clause c, TurnWords w, int i, int list) {
        if (list != 0) {
            return w.is(c, i, list);
        }
        return (c.is(i, Cue.EVENT) || c.is(i, Cue.DEADLINE)) && !c.reads(i, "opening") && !verb(c, i) && !ofName(c, i);
    }

    /** "to visit Rabat", "would start", "turn and return to". */
    private static boolean verb(Clause c, int i) {
        boolean joined =
                c.is(i - 1, Cue.AND) && c.is(i + 1, Cue.TO) && !c.text(i).endsWith("s");
        boolean led = joined
                || c.is(i - 1, Cue.WILL)
                || c.is(i - 1, Cue.MAY)
                || c.is(i - 1, Cue.MUST)
                || c.is(i - 1, Cue.PRONOUN);
        return led || (c.is(i - 1, Cue.TO) && !c.text(i).endsWith("s") && c.before(i) == 0);
    }

    /** "the ruling party", "Launch Holdings". */
    private static boolean ofName(Clause c, int i) {
        boolean joined = c.is(i + 1, Cue.NONE) && c.before(i + 1) == 0 && !c.dated(i + 1);
        return joined && (c.capital(i + 1) || c.reads(i, "ruling"));
    }

    /** An adjective, a name or another noun before a noun. */
    private static boolean describes(Clause c, int i) {
        char joined = c.before(i + 1);
        return (joined == 0 || joined == '-' || joined == '\'')
                && !c.dated(i)
                && switch (c.cue(i)) {
                    case NONE -> !c.endsInEd(i);
                    case EVENT, TERM, BOND, QUANTITY, RECORD, NOUNLESS -> true;
                    default -> false;
                };
    }

    /** The subject of the verbs that begin at this token. */
    static Range subject(Clause c, TurnWords w, int verb, int list) {
        Range subject = Subject.of(c, verb);
        boolean here = !subject.isEmpty() && c.inside(subject.from()) && c.inside(subject.to());
        return here ? in(c, w, subject.from(), subject.to(), list) : Range.NONE;
    }

    /** A deadline speaks of what must be done by a day; all else is an event on it. */
    static DeadlineKind kind(Clause c, Phrase thing) {
        for (int i : thing.words()) {
            boolean limit = c.is(i, Cue.DEADLINE)
                    || c.is(i, Cue.EXPIRE)
                    || c.is(i, Cue.EFFECT)
                    || c.reads(i, "decision")
                    || c.reads(i, "Decision");
            if (limit) {
                return DeadlineKind.DEADLINE;
            }
        }
        return DeadlineKind.EVENT;
    }
}

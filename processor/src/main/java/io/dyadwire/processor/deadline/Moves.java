package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.processor.deadline.Subject.Range;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a date's sentence that the date was changed: "put off to Oct. 3", "brought forward from May 1 to April 3",
 * "now on Sept. 4 instead of Aug. 28", "a day earlier than planned". The date before is named where the sentence names it.
 */
final class Moves {
    private static final int REACH = 16;

    private final Clauses clauses;
    private final List<DateTag> dates;
    private final TurnWords words;

    Moves(Clauses clauses, List<DateTag> dates, TurnWords words) {
        this.clauses = clauses;
        this.dates = dates;
        this.words = words;
    }

    /** The word that moves something, at this place: "postponed", "brought … forward", "slipped". */
    static boolean moves(Clause c, int i) {
        if (c.is(i, Cue.DELAY)) {
            return !c.reads(i, "put") || c.reads(i + 1, "off") || c.reads(i + 1, "back");
        }
        boolean brings = c.reads(i, "brought") || c.reads(i, "brings") || c.reads(i, "bring") || c.reads(i, "pulled");
        return (brings && forward(c, i) > 0)
                || c.reads(i, "slipped")
                || c.reads(i, "slips")
                || c.reads(i, "extension")
                || c.reads(i, "postponement");
    }

    /** The "forward" or "up" of a verb, with or without its object between; -1 when there is none. */
    private static int forward(Clause c, int verb) {
        for (int k = verb + 1; k < verb + 7 && c.inside(k); k++) {
            if (c.reads(k, "forward") || (c.reads(k, "up") && k == verb + 1)) {
                return k;
            }
        }
        return -1;
    }

    /** The word before this date that moves something to it; -1 when there is none. */
    static int verb(Clause c) {
        int p = c.preposition();
        boolean again = c.is(p, Cue.FOR) && c.has(Cue.DELAY, p - 3, p - 1);
        if (!c.is(p, Cue.TO) && !c.is(p, Cue.UNTIL) && !again) {
            return -1;
        }
        for (int i = p - 1; i > p - REACH && c.inside(i) && c.before(i + 1) != ';'; i--) {
            if (c.is(i, Cue.AND) && c.is(i + 1, Cue.WILL)) {
                return -1;
            }
            if (moves(c, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the move that this word tells is only asked for, or possible. */
    boolean unreal(Clause c, int verb) {
        boolean noun = c.is(verb - 1, Cue.THE) || c.reads(verb, "extension") || c.reads(verb, "postponement");
        for (int k = verb - 1; noun && k > verb - 9 && c.inside(k); k--) {
            if (words.is(c, k, words.ask) || c.is(k, Cue.HOPE) || c.is(k, Cue.MAY) || c.is(k, Cue.NOT)) {
                return true;
            }
        }
        return !noun
                && (c.has(Cue.HOPE, verb - 3, verb - 1)
                        || Mood.of(c, words, verb).kind() != Mood.Kind.FACT);
    }

    /** How the date of this clause was changed; null when nothing says that it was. */
    @Nullable
    Moved of(Clause c, DateTag tag, PartialDate date) {
        int verb = verb(c);
        PartialDate from = from(c, tag, verb, date);
        if (verb < 0) {
            MoveKind planned = otherThanPlanned(c);
            if (planned == null && from == null) {
                return null;
            }
            MoveKind kind = planned == null ? order(from, date) : planned;
            return new Moved(new DeadlineMove(kind, from), DeadlineKind.EVENT, -1, null, Set.of());
        }
        MoveKind kind = kind(c, verb);
        boolean unsaid = kind == MoveKind.POSTPONED && from != null;
        return moved(c, verb, unsaid ? order(from, date) : kind, from);
    }

    Moved moved(Clause c, int verb, MoveKind kind, @Nullable PartialDate from) {
        Range range = thing(c, verb);
        boolean pact = !range.isEmpty() && kind == MoveKind.EXTENDED && has(c, range, words.pact);
        Phrase thing = range.isEmpty() ? null : What.of(c, range);
        boolean due = c.has(Cue.DUE, c.from(), c.to()) || kind == MoveKind.EXTENDED;
        boolean limit = thing != null && Thing.kind(c, thing) == DeadlineKind.DEADLINE;
        return new Moved(
                new DeadlineMove(kind, from),
                due || limit ? DeadlineKind.DEADLINE : DeadlineKind.EVENT,
                verb,
                thing == null || thing.isEmpty() ? null : thing,
                pact ? Set.of("expire") : Set.of());
    }

    private boolean has(Clause c, Range range, int list) {
        for (int i = range.from(); i <= range.to(); i++) {
            if (words.is(c, i, list)) {
                return true;
            }
        }
        return false;
    }

    /** What was moved: the subject of a passive, else the object. */
    private Range thing(Clause c, int verb) {
        Mood mood = Mood.of(c, words, verb);
        boolean slips = c.text(verb).startsWith("slip");
        boolean title = mood.from() == verb && c.is(verb + 1, Cue.TO);
        if (mood.passive() || slips || title) {
            Range event = Thing.subject(c, words, mood.from(), 0);
            return event.isEmpty() ? Thing.subject(c, words, mood.from(), words.pact) : event;
        }
        int forward = forward(c, verb);
        int end = Math.min(c.first() - 1, forward > 0 ? forward - 1 : verb + 9);
        Range event = Thing.event(c, words, verb + 1, end);
        return event.isEmpty() ? Thing.in(c, words, verb + 1, end, words.pact) : event;
    }

    private static MoveKind kind(Clause c, int verb) {
        String word = c.text(verb);
        if (word.startsWith("exten") || word.startsWith("prolong")) {
            return MoveKind.EXTENDED;
        }
        boolean sooner = forward(c, verb) > 0;
        return sooner ? MoveKind.BROUGHT_FORWARD : MoveKind.POSTPONED;
    }

    private static MoveKind order(@Nullable PartialDate from, PartialDate date) {
        boolean sooner = from != null && date.firstDay().isBefore(from.firstDay());
        return sooner ? MoveKind.BROUGHT_FORWARD : MoveKind.POSTPONED;
    }

    /** "a day earlier than planned", "later than expected", right behind the date. */
    private static @Nullable MoveKind otherThanPlanned(Clause c) {
        for (int i = c.last() + 1; i < c.last() + 6 && c.inside(i); i++) {
            boolean planned = c.reads(i + 1, "than") && (c.is(i + 2, Cue.PLAN) || c.is(i + 3, Cue.PLAN));
            if (planned && c.reads(i, "earlier")) {
                return MoveKind.BROUGHT_FORWARD;
            }
            if (planned && c.reads(i, "later")) {
                return MoveKind.POSTPONED;
            }
        }
        return null;
    }

    /** The date before, where this sentence has it; null where it does not. */
    @Nullable
    PartialDate from(Clause c, DateTag tag, int verb, @Nullable PartialDate date) {
        int start = c.tokens().start(c.from());
        int end = c.tokens().end(c.to());
        for (int i = 0; i < dates.size(); i++) {
            DateTag other = dates.get(i);
            boolean near = other.field() == tag.field() && other.start() >= start && other.start() < end;
            PartialDate old = near && !other.equals(tag) ? DueDate.of(other) : null;
            Clause its = old == null || old.equals(date) ? null : clauses.of(i);
            if (its != null && its.from() == c.from() && wasBefore(its, verb, c.first())) {
                return old;
            }
        }
        return null;
    }

    private static boolean wasBefore(Clause its, int verb, int to) {
        int p = its.preposition();
        boolean instead = its.is(p - 1, Cue.NOT)
                || its.is(p, Cue.NOT)
                || its.is(p, Cue.ORIGINALLY)
                || (its.is(p, Cue.OF) && its.reads(p - 1, "instead"))
                || (its.reads(p, "than") && its.reads(p - 1, "rather"));
        if (instead) {
            return true;
        }
        if (verb < 0) {
            return Sign.of(its).kind() == Sign.Kind.SUPERSEDED;
        }
        boolean planned = its.first() < to
                && (its.is(p, Cue.ORIGINALLY)
                        || wasTo(its, p)
                        || its.has(Cue.PLAN, p - 4, p)
                        || its.has(Cue.DUE, p - 4, p)
                        || its.has(Cue.EXPIRE, p - 4, p));
        return planned || (its.is(p, Cue.FROM) && p > verb) || attributive(its, verb);
    }

    /** "was to open on". */
    private static boolean wasTo(Clause its, int p) {
        int to = its.find(Cue.TO, p - 4, p - 1);
        return to > 0 && its.is(to - 1, Cue.BE);
    }

    /** "put off the Sept. 3 vote to". */
    private static boolean attributive(Clause its, int verb) {
        int next = its.last() + 1;
        boolean noun = its.is(next, Cue.EVENT) || its.is(next, Cue.DEADLINE);
        return noun && Math.abs(next - verb) < 8 && !its.is(its.first() - 1, Cue.ON);
    }
}

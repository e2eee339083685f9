package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether something hangs on a date, and which kind it is.
 *
 * <table>
 * <caption>What decides</caption>
 * <tr><td>by, until, within, before; due, payable, effective, expires, takes effect, of record, deadline</td><td>deadline</td></tr>
 * <tr><td>will, may, must, scheduled, to meet; "the June 28 summit"; a weekday to come with a verb in the present</td><td>event</td></tr>
 * <tr><td>met, hopes to, as soon as, had been due, will not, anniversary, bonds due, earnings in 1990</td><td>nothing</td></tr>
 * </table>
 */
final class Hooks {
    private static final Set<String> CHANGES = Set.of(
            "average",
            "climb",
            "decline",
            "decrease",
            "deteriorate",
            "double",
            "drop",
            "ease",
            "exceed",
            "expand",
            "fall",
            "grow",
            "improve",
            "increase",
            "recover",
            "rise",
            "shrink",
            "slow",
            "strengthen",
            "total",
            "triple",
            "weaken",
            "widen");

    private Hooks() {}

    /** Told why nothing hangs on a date. */
    interface Objection {
        /**
         * Takes the reason.
         *
         * @param word index of the word that shows it, -1 when there is none
         */
        void raise(String why, int word);
    }

    /** The hook, or null when nothing hangs on the date. {@code today} is the publication day. */
    static @Nullable Hook of(Clause c, PartialDate date, LocalDate today, boolean within, Objection no) {
        int p = c.preposition();
        if (isNoDate(c, p)) {
            no.raise("only says when, for how long, or since when", p);
            return null;
        }
        boolean current = !date.firstDay().isAfter(today);
        Hook attributive = attributive(c, date, current);
        if (attributive != null) {
            return attributive;
        }
        Sign sign = Sign.of(c);
        if (postponedAfter(c)) {
            no.raise("put off: another date counts", -1);
            return null;
        }
        if (ownDay(c, date, today) || describes(c, date)) {
            no.raise("the day of publication, or part of a name", -1);
            return null;
        }
        Hook hook = hook(c, p, sign, date, current, within);
        if (hook == null) {
            no.raise(sign.kind().objection(), sign.at());
        }
        return hook;
    }

    private static @Nullable Hook hook(Clause c, int p, Sign sign, PartialDate date, boolean current, boolean within) {
        return switch (sign.kind()) {
            case WISH, SUPERSEDED, OTHER -> null;
            case NEGATED ->
                c.is(p, Cue.UNTIL) && c.is(sign.at(), Cue.NOT) && c.is(sign.at() + 1, Cue.NONE)
                        ? new Hook(DeadlineKind.EVENT, 0.6, -1, sign.at())
                        : null;
            case COMING -> current && purposeOfPast(c, sign) ? null : coming(c, p, sign, date, current, within);
            case PAST -> past(c, p, sign, date, current);
            case PRESENT -> present(c, p, date, current, within);
        };
    }

    /** "came to beat the hosts on Saturday", said on Saturday: it was. */
    private static boolean purposeOfPast(Clause c, Sign sign) {
        int to = sign.at();
        boolean bare = c.is(to, Cue.TO)
                && to < c.first()
                && switch (c.cue(to - 1)) {
                    case PLAN, COMMIT, DUE, BE, ADVERB -> false;
                    default -> true;
                };
        for (int i = c.from(); bare && i < to; i++) {
            if (c.is(i, Cue.PAST) || c.is(i, Cue.COMMIT) || (c.endsInEd(i) && !c.is(i - 1, Cue.THE))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoDate(Clause c, int p) {
        boolean asOf = asOf(c, p);
        boolean orLater = c.is(c.last() + 1, Cue.OR) && c.inside(c.last() + 2) && c.reads(c.last() + 2, "later");
        boolean anniversary = c.has(Cue.ANNIVERSARY, c.first() - 7, c.last() + 3);
        boolean unrelated = (c.is(p, Cue.OF) && !c.is(p - 1, Cue.RECORD) && !asOf)
                || c.is(p, Cue.AFTER)
                || c.is(p, Cue.OVER)
                || (c.is(p, Cue.DURING) && c.is(p - 1, Cue.AFTER));
        boolean forIt = c.is(p, Cue.FOR) && !c.has(Cue.PLAN, p - 3, p - 1) && !c.has(Cue.DUE, p - 3, p - 1);
        boolean laterThan = c.reads(c.last() + 1, "than") || (c.reads(p, "than") && c.reads(p - 1, "rather"));
        boolean moved = c.is(p, Cue.FROM) && movedFrom(c, p);
        boolean question = c.reads(c.from() + 1, "to") && (c.reads(c.from(), "What") || c.reads(c.from(), "How"));
        return question
                || moved
                || c.is(p, Cue.AS)
                || c.is(p, Cue.ORIGINALLY)
                || orLater
                || laterThan
                || anniversary
                || unrelated
                || forIt
                || bond(c);
    }

    /** "as of Jan. 1". */
    private static boolean asOf(Clause c, int p) {
        return c.is(p, Cue.OF) && c.is(p - 1, Cue.AS) && (p == c.first() - 1 || c.is(c.first() - 1, Cue.THE));
    }

    /** "pushed back from May 1", "brought forward to Aug. 24 from Sept. 7". */
    private static boolean movedFrom(Clause c, int from) {
        for (int i = from - 1; i > from - 10 && c.inside(i) && c.before(i + 1) != ',' && !c.is(i, Cue.AND); i--) {
            if (Moves.moves(c, i)) {
                return true;
            }
        }
        return false;
    }

    /** "notes due Nov. 1, 2009": the bond's name, not a date to watch. */
    private static boolean bond(Clause c) {
        boolean due = c.is(c.first() - 1, Cue.DUE) || c.is(c.first() - 2, Cue.DUE);
        return due && c.has(Cue.BOND, c.first() - 6, c.first() - 1);
    }

    /** "the June 28 summit", "next week's talks", "a June 1 deadline". */
    private static @Nullable Hook attributive(Clause c, PartialDate date, boolean current) {
        for (int i = c.last() + 1; i <= c.last() + 3 && c.inside(i); i++) {
            char before = c.before(i);
            boolean joined = before == 0 || (before == '\'' && i == c.last() + 1) || before == '-';
            if (!joined) {
                return null;
            }
            Cue cue = c.cue(i);
            if (cue == Cue.DEADLINE) {
                return new Hook(DeadlineKind.DEADLINE, 0.9, i, Sign.of(c).at());
            }
            boolean noun = cue == Cue.EVENT && !(i == c.last() + 1 && c.is(c.first() - 1, Cue.ON));
            if (noun) {
                boolean usable = date.precision() != Precision.YEAR && !current;
                return usable ? new Hook(DeadlineKind.EVENT, 0.8, i, Sign.of(c).at()) : null;
            }
            if (cue != Cue.NONE || c.endsInEd(i)) {
                return null;
            }
        }
        return null;
    }

    /** The publication day with its year is the dateline of the article. */
    private static boolean ownDay(Clause c, PartialDate date, LocalDate today) {
        return date.precision() == Precision.DAY
                && date.firstDay().equals(today)
                && c.text(c.last()).equals(Integer.toString(today.getYear()));
    }

    /** "the 2020 primaries", "this month's story": the date is part of a name or belongs to a thing. */
    private static boolean describes(Clause c, PartialDate date) {
        int next = c.last() + 1;
        boolean thing = c.is(next, Cue.NONE) || c.is(next, Cue.EVENT);
        boolean possessive = c.inside(next) && c.before(next) == '\'';
        return thing
                && (possessive
                        || (date.precision() == Precision.YEAR && c.before(next) == 0 && c.is(c.first() - 1, Cue.THE)));
    }

    /** "was due Friday but was put off": another date counts. */
    private static boolean postponedAfter(Clause c) {
        int delay = c.last() + 1;
        while (delay <= c.last() + 12 && !Moves.moves(c, delay)) {
            delay++;
        }
        return delay <= c.last() + 12
                && (c.has(Cue.BE, delay - 3, delay - 1) || c.has(Cue.CLAUSE, c.last() + 1, delay - 1))
                && !c.has(Cue.TO, delay - 1, delay - 1);
    }

    private static @Nullable Hook coming(
            Clause c, int p, Sign sign, PartialDate date, boolean current, boolean within) {
        boolean coarse = date.precision() != Precision.DAY;
        boolean set =
                switch (c.cue(sign.at())) {
                    case PLAN, COMMIT, DUE, EXPIRE, DEADLINE, MUST -> true;
                    default -> arranged(c, sign);
                };
        if (current && date.precision() == Precision.YEAR && !set && !within && !limits(c, p)) {
            return null;
        }
        boolean forecast = quantity(c) || c.has(Cue.CONTINUE, sign.at() - 3, c.first()) || changes(c, sign);
        if ((coarse && (forecast || c.is(p, Cue.THROUGH))) || measures(c, sign)) {
            return null;
        }
        if (c.is(p, Cue.FROM) && c.has(Cue.DELAY, p - 4, p - 1)) {
            return null;
        }
        boolean may = c.is(sign.at(), Cue.MAY);
        boolean put = c.is(p, Cue.UNTIL) && putOff(c);
        boolean must = c.reads(sign.at(), "must")
                || (c.is(sign.at(), Cue.TO) && c.has(Cue.REQUIRE, sign.at() - 6, sign.at() - 1));
        boolean deadline = !put && (within || limits(c, p) || must || falls(c, sign));
        return new Hook(
                deadline ? DeadlineKind.DEADLINE : DeadlineKind.EVENT, may ? 0.6 : current ? 0.7 : 0.9, -1, sign.at());
    }

    /** "is due to open", "agreed to meet", "will be held": nearer than what is only foreseen. */
    private static boolean arranged(Clause c, Sign sign) {
        VerbGroup group = VerbGroup.at(c, sign.at());
        boolean planned = c.has(Cue.PLAN, group.from(), group.to())
                || c.has(Cue.DUE, group.from(), group.to())
                || c.has(Cue.COMMIT, group.from(), group.to());
        return planned || (c.is(group.to(), Cue.BE) && (c.endsInEd(group.to() + 1) || c.is(group.to() + 1, Cue.PAST)));
    }

    /** "prices will rise": what is foreseen, not what is set for a day. */
    private static boolean changes(Clause c, Sign sign) {
        int verb = VerbGroup.at(c, sign.at()).to() + 1;
        return verb < c.first() && CHANGES.contains(c.text(verb));
    }

    /** "the yield will be 3.9 pct", "there would be 1.3 million bales". */
    private static boolean measures(Clause c, Sign sign) {
        int to = VerbGroup.at(c, sign.at()).to();
        return c.is(to, Cue.BE) && c.number(to + 1) && !c.dated(to + 1);
    }

    private static @Nullable Hook past(Clause c, int p, Sign sign, PartialDate date, boolean current) {
        boolean told = c.has(Cue.WILL, c.from(), c.first()) || c.has(Cue.MUST, c.from(), c.first());
        if (c.is(p, Cue.BY) && told && !current) {
            return new Hook(DeadlineKind.DEADLINE, 0.7, -1, sign.at());
        }
        if (current || date.precision() == Precision.YEAR) {
            return null;
        }
        boolean delay = c.find(Cue.DELAY, c.first() - 8, c.first() - 1) >= 0;
        if ((c.is(p, Cue.TO) || c.is(p, Cue.UNTIL)) && delay) {
            return new Hook(putOff(c) ? DeadlineKind.EVENT : DeadlineKind.DEADLINE, 0.9, -1, sign.at());
        }
        if (c.is(p, Cue.UNTIL) || (c.is(p, Cue.BY) && date.precision() == Precision.DAY)) {
            return new Hook(DeadlineKind.DEADLINE, 0.7, -1, sign.at());
        }
        return falls(c, sign) ? new Hook(DeadlineKind.DEADLINE, 0.8, -1, sign.at()) : null;
    }

    /** "delayed until October": a new day for the same event, unless it was due. */
    private static boolean putOff(Clause c) {
        int due = c.find(Cue.DUE, c.from(), c.first());
        boolean wasDue = due >= 0 && !c.is(due - 1, Cue.ORIGINALLY);
        return c.has(Cue.DELAY, c.first() - 5, c.first() - 1)
                && !extended(c)
                && !wasDue
                && !c.has(Cue.DEADLINE, c.from(), c.first());
    }

    private static boolean extended(Clause c) {
        int delay = c.find(Cue.DELAY, c.first() - 8, c.first() - 1);
        return delay >= 0 && (c.text(delay).startsWith("ext") || c.text(delay).startsWith("prol"));
    }

    private static @Nullable Hook present(Clause c, int p, PartialDate date, boolean current, boolean within) {
        boolean limit = within || limits(c, p) || falls(c, new Sign(Sign.Kind.PRESENT, c.from()));
        int next = c.last() + 1;
        boolean bare = (p == c.first() - 1 && c.is(p, Cue.NONE)) || c.is(p, Cue.CLAUSE);
        boolean noun = bare && c.inside(next) && c.is(next, Cue.NONE) && c.before(next) == 0 && !c.capital(next);
        if (current || noun || (date.precision() != Precision.DAY && !limit) || (quantity(c) && !limit)) {
            return null;
        }
        return new Hook(limit ? DeadlineKind.DEADLINE : DeadlineKind.EVENT, limit ? 0.7 : 0.5, -1, -1);
    }

    private static boolean limits(Clause c, int p) {
        boolean laterThan = p > 0 && c.inside(p) && c.reads(p, "than") && c.reads(p - 1, "later");
        return asOf(c, p)
                || c.is(p, Cue.BY)
                || c.is(p, Cue.UNTIL)
                || c.is(p, Cue.WITHIN)
                || c.is(p, Cue.BEFORE)
                || laterThan;
    }

    /** Something falls due, lapses or takes effect on the date. */
    private static boolean falls(Clause c, Sign sign) {
        int first = c.first();
        return paid(c, first)
                || takesHold(c, first)
                || (c.has(Cue.TERM, c.from(), first) && ends(c, first))
                || c.has(Cue.DUE, first - 3, first - 1)
                || c.has(Cue.RECORD, first - 2, first - 1)
                || c.has(Cue.DEADLINE, first - 5, first - 1)
                || (c.is(first - 1, Cue.BE) && c.has(Cue.DEADLINE, c.from(), first))
                || c.has(Cue.EXPIRE, Math.max(first - 8, sign.at()), first - 1)
                || c.has(Cue.EFFECT, first - 4, first - 1)
                || (first - 1 <= c.from() + 1
                        && (c.has(Cue.EXPIRE, c.last(), c.last() + 12) || c.has(Cue.EFFECT, c.last(), c.last() + 12)));
    }

    /** "runs out", "applies", "kicks in", "takes office". */
    private static boolean takesHold(Clause c, int first) {
        for (int i = first - 1; i >= first - 6; i--) {
            boolean takes = c.reads(i, "take") || c.reads(i, "takes");
            boolean holds = (c.reads(i + 1, "out") && (c.reads(i, "runs") || c.reads(i, "run")))
                    || (c.reads(i + 1, "in") && (c.reads(i, "kicks") || c.reads(i, "kick")))
                    || c.reads(i, "apply")
                    || c.reads(i, "applies")
                    || (takes && (c.reads(i + 1, "office") || c.reads(i + 1, "up") || c.reads(i + 1, "over")));
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private static boolean paid(Clause c, int first) {
        return c.reads(first - 1, "paid")
                || c.reads(first - 2, "paid")
                || c.reads(first - 1, "redeemed")
                || c.reads(first - 2, "redeemed");
    }

    /** A term of office that ends, an officer who stands down. */
    private static boolean ends(Clause c, int first) {
        for (int i = first - 1; i >= first - 5; i--) {
            if (c.reads(i, "end") || c.reads(i, "ends") || c.reads(i, "down")) {
                return true;
            }
        }
        return false;
    }

    /** A forecast of how much, not of what happens. */
    private static boolean quantity(Clause c) {
        return c.has(Cue.QUANTITY, Math.max(c.from(), c.first() - 20), c.last() + 2);
    }
}

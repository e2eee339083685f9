package io.dyadwire.processor.deadline;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The word that says whether the clause around a date speaks of what was or of what is to come.
 *
 * @param at index of the word; -1 when there is none and the clause is in the present
 */
record Sign(Kind kind, int at) {
    enum Kind {
        /** "will be held", "is scheduled", "to decide". */
        COMING("no single day on which it is to happen"),
        /** "hopes to": nothing is scheduled. */
        WISH("only wished for"),
        /** "met", "was signed". */
        PAST("told as done"),
        /** "meets". */
        PRESENT("nothing is said to come on it"),
        /** "will not", "cancelled". */
        NEGATED("is not to happen"),
        /** "had been due", "originally scheduled". */
        SUPERSEDED("no longer holds: another date counts"),
        /** The date says when something else was: "after the summit on Friday". */
        OTHER("says when something else is");

        private final String objection;

        Kind(String objection) {
            this.objection = objection;
        }

        /** Why nothing hangs on a date with such a word, where nothing does. */
        String objection() {
            return objection;
        }
    }

    private static final int REACH = 30;
    /** "according to information": no verb follows. */
    private static final Set<String> PREPOSITIONAL =
            Set.of("According", "according", "addition", "owing", "prior", "relation", "respect", "response", "thanks");

    /** The nearest sign before the date, else the nearest after it. */
    static Sign of(Clause c) {
        Sign sign = nearest(c);
        boolean left = sign.kind == Kind.COMING && sign.at < c.first();
        if (left && hoped(c, sign.at)) {
            return new Sign(Kind.WISH, sign.at);
        }
        return left && ofWhatIsOff(c, sign.at) ? new Sign(Kind.NEGATED, sign.at) : sign;
    }

    /** "hopes that Seoul will", "wants control to pass": wished, not planned. */
    private static boolean hoped(Clause c, int at) {
        if (c.is(at, Cue.MUST) || c.is(at, Cue.MAY)) {
            return false;
        }
        for (int i = at - 1; i >= at - 10 && c.inside(i) && c.before(i + 1) != ','; i--) {
            if (c.is(i, Cue.HOPE)) {
                return true;
            }
            if (c.is(i, Cue.SAY) || c.is(i, Cue.PLAN) || c.is(i, Cue.AND)) {
                return c.is(i, Cue.AND) && c.is(i - 1, Cue.NONE) && hoped(c, i);
            }
        }
        return false;
    }

    /** "called off the visit that he was to make", "cancelled the talks planned for". */
    private static boolean ofWhatIsOff(Clause c, int at) {
        boolean inside = c.is(at, Cue.PLAN) && !c.is(at - 1, Cue.BE);
        for (int i = at - 1; i >= at - 14 && c.inside(i) && c.before(i + 1) != ','; i--) {
            inside |= c.reads(i, "that") || c.reads(i, "which");
            boolean ruled = c.reads(i, "ruled") && !c.reads(i + 1, "out");
            boolean off = (c.is(i, Cue.DENY) && !ruled)
                    || (c.reads(i + 1, "off") && c.text(i).startsWith("call"));
            if (off) {
                return inside && !before(c, i, Cue.NOT);
            }
            if (c.is(i, Cue.AND) || c.reads(i, "but")) {
                return false;
            }
        }
        return false;
    }

    private static Sign nearest(Clause c) {
        for (int i = c.first() - 1, n = 0; i >= c.from() && n < REACH; i--, n++) {
            Sign sign = at(c, i, true);
            if (sign != null) {
                return sign;
            }
            if (c.before(i) == ';') {
                return new Sign(Kind.PRESENT, -1);
            }
            i = c.before(i) == ',' ? beforeAside(c, i) : i;
        }
        boolean other = c.before(c.last() + 1) == ',' && c.is(c.last() + 1, Cue.AND) && c.first() - c.from() > 2;
        for (int i = c.last() + 1, n = 0; !other && i <= c.to() && n < REACH && c.before(i) != ';'; i++, n++) {
            Sign sign = at(c, i, false);
            if (sign != null) {
                return sign;
            }
        }
        return new Sign(Kind.PRESENT, -1);
    }

    /** "The truce, which ran out on Monday, now lasts": the word where the aside before this comma opens, else this one. */
    private static int beforeAside(Clause c, int i) {
        for (int k = i - 1; k > c.from() && k > i - 20; k--) {
            if (c.before(k) == ',') {
                boolean relative = c.reads(k, "which") || c.reads(k, "who");
                return relative || c.is(k, Cue.ORIGINALLY) || c.is(k, Cue.PLAN) || c.is(k, Cue.DUE) ? k : i;
            }
        }
        return i;
    }

    private static @Nullable Sign at(Clause c, int i, boolean left) {
        return switch (c.cue(i)) {
            case WILL, MUST, MAY ->
                new Sign(
                        c.reads(i + 1, "like")
                                ? Kind.WISH
                                : c.is(i + 1, Cue.NOT) ? Kind.NEGATED : perfect(c, i) ? Kind.PAST : Kind.COMING,
                        i);
            case PLAN, DUE -> c.is(i - 1, Cue.THE) ? null : didSet(c, i) ? new Sign(Kind.PAST, i) : planned(c, i);
            case COMMIT -> commits(c, i) ? planned(c, i) : new Sign(Kind.PAST, i);
            case EXPIRE, DEADLINE ->
                c.is(i, Cue.EXPIRE) && c.has(Cue.NOT, i - 3, i - 1)
                        ? new Sign(Kind.NEGATED, i)
                        : c.is(i - 1, Cue.TO)
                                ? new Sign(purpose(c, i - 1), i)
                                : new Sign(before(c, i, Cue.ORIGINALLY) ? Kind.SUPERSEDED : Kind.COMING, i);
            case HOPE -> new Sign(Kind.WISH, i);
            case TO -> infinitive(c, i) ? new Sign(perfect(c, i) ? Kind.PAST : purpose(c, i), i) : null;
            case NOT -> c.reads(i + 1, "later") && c.reads(i + 2, "than") ? null : new Sign(Kind.NEGATED, i);
            case DENY -> new Sign(toBe(c, i) ? Kind.COMING : Kind.NEGATED, i);
            case SAY ->
                !left && attributed(c)
                        ? null
                        : new Sign(left && i < c.first() - 2 && !placed(c, i + 1) ? Kind.PRESENT : Kind.PAST, i);
            case AFTER -> left && !limited(c) ? new Sign(Kind.OTHER, i) : null;
            case PAST, DELAY -> toBe(c, i) ? partOfComing(i, left) : new Sign(Kind.PAST, i);
            case NONE, OVER, QUANTITY ->
                !c.endsInEd(i) || adjective(c, i) || c.is(i - 1, Cue.AS)
                        ? null
                        : toBe(c, i) ? partOfComing(i, left) : new Sign(Kind.PAST, i);
            default -> null;
        };
    }

    /** "The truce lasts until Friday, the minister said": the date is not that of the saying. */
    private static boolean attributed(Clause c) {
        return c.first() - c.from() > 2 && c.before(c.last() + 1) == ',';
    }

    /** The past form in "to be held": to its left stands the word that decides. */
    private static @Nullable Sign partOfComing(int i, boolean left) {
        return left ? null : new Sign(Kind.COMING, i);
    }

    /** "may have left", "believed to have been recorded"; not "will have". */
    private static boolean perfect(Clause c, int i) {
        boolean done = c.reads(i + 2, "been") || c.endsInEd(i + 2) || c.is(i + 2, Cue.PAST);
        return c.reads(i + 1, "have") && done && !c.is(i, Cue.WILL) && !c.is(i - 1, Cue.PLAN);
    }

    /** "set that benchmark in June", not "set a hearing for June" or "is set for June". */
    private static boolean didSet(Clause c, int i) {
        return c.reads(i, "set")
                && !toBe(c, i)
                && !c.is(i - 1, Cue.BE)
                && (!What.trailing(c.cue(i + 1)) || c.is(i + 1, Cue.THE))
                && c.before(i + 1) == 0
                && !c.has(Cue.EVENT, i + 1, i + 5)
                && !c.has(Cue.DEADLINE, i + 1, i + 5)
                && !c.has(Cue.FOR, i + 1, i + 6);
    }

    /** "agreed to meet", "promised that", "it was agreed", not "decided on Thursday". */
    private static boolean commits(Clause c, int i) {
        return c.is(i + 1, Cue.TO) || c.reads(i + 1, "that") || c.is(i - 1, Cue.BE) || toBe(c, i) || !c.endsInEd(i);
    }

    private static Sign planned(Clause c, int i) {
        boolean had = c.is(i - 1, Cue.BE) && c.reads(i - 1, "been") && c.reads(i - 2, "had");
        boolean not = c.is(i - 1, Cue.NOT);
        boolean was = c.is(i - 1, Cue.BE) && (c.reads(i - 1, "was") || c.reads(i - 1, "were"));
        boolean old = before(c, i, Cue.ORIGINALLY) || had || (was && butLater(c));
        return new Sign(old ? Kind.SUPERSEDED : not ? Kind.NEGATED : Kind.COMING, i);
    }

    /** "was set for Wednesday, but …": what follows gives what counts. */
    private static boolean butLater(Clause c) {
        for (int i = c.last() + 1; i <= c.to() && i < c.last() + 8; i++) {
            if (c.reads(i, "but")) {
                return namesAnotherDay(c, i + 1);
            }
        }
        return false;
    }

    private static boolean namesAnotherDay(Clause c, int from) {
        for (int i = from; i <= c.to(); i++) {
            if ((c.capital(i) && c.text(i).endsWith("day")) || c.number(i) || c.is(i, Cue.DELAY) || c.is(i, Cue.DENY)) {
                return true;
            }
        }
        return false;
    }

    /** "said in an editorial on Saturday": the date is that of the saying. */
    private static boolean placed(Clause c, int i) {
        return c.is(i, Cue.IN) || c.is(i, Cue.AT) || c.is(i, Cue.DURING) || c.is(i, Cue.ON);
    }

    private static boolean limited(Clause c) {
        return c.is(c.first() - 1, Cue.UNTIL) || c.is(c.first() - 1, Cue.BY);
    }

    private static boolean before(Clause c, int i, Cue cue) {
        return c.is(i - 1, cue) || c.is(i - 2, cue);
    }

    /** "will be held", "to be signed", "would still be delayed", "must be signed and sent": the past form is part of something to come. */
    private static boolean toBe(Clause c, int i) {
        boolean joined = false;
        for (int k = i - 1; k >= i - 6 && c.inside(k); k--) {
            if (k < i - 4 && !joined) {
                return false;
            }
            if (c.is(k, Cue.AND) && k == i - 1 && c.endsInEd(k - 1)) {
                joined = true;
                k--;
                continue;
            }
            switch (c.cue(k)) {
                case WILL, MUST, MAY, TO, PLAN, COMMIT -> {
                    return true;
                }
                case BE, NONE, NOUNLESS, SOON, ADVERB -> {}
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean adjective(Clause c, int i) {
        return c.is(i - 1, Cue.THE);
    }

    /** "to decide", not "to Seoul" or "to the". */
    static boolean infinitive(Clause c, int i) {
        return c.inside(i + 1)
                && !PREPOSITIONAL.contains(c.text(i - 1))
                && !c.has(Cue.FROM, i - 4, i - 1)
                && (i + 1 < c.first() || i > c.last())
                && c.before(i + 1) == 0
                && !c.capital(i + 1)
                && !c.number(i + 1)
                && switch (c.cue(i + 1)) {
                    case NONE,
                            BE,
                            ADVERB,
                            EXPIRE,
                            NOUNLESS,
                            CONTINUE,
                            DELAY,
                            EVENT,
                            EFFECT,
                            PAST,
                            PLAN,
                            COMMIT,
                            HOPE,
                            BOND,
                            OVER,
                            RECORD,
                            DENY,
                            SAY -> true;
                    default -> false;
                };
    }

    /** "She was allowed to return on Monday". */
    private static boolean wasLet(Clause c, int i) {
        boolean let = c.reads(i, "allowed")
                || c.reads(i, "permitted")
                || c.reads(i, "forced")
                || c.reads(i, "able")
                || c.reads(i, "unable");
        return let && (c.reads(i - 1, "was") || c.reads(i - 1, "were"));
    }

    private static Kind purpose(Clause c, int i) {
        return switch (c.cue(i - 1)) {
            case HOPE -> Kind.WISH;
            case NOT -> Kind.NEGATED;
            case NONE ->
                c.reads(i - 1, "like")
                        ? Kind.WISH
                        : wasLet(c, i - 1) ? Kind.PAST : before(c, i, Cue.HOPE) ? Kind.WISH : Kind.COMING;
            case PLAN, COMMIT, DUE -> planned(c, i - 1).kind();
            default -> before(c, i, Cue.HOPE) ? Kind.WISH : Kind.COMING;
        };
    }
}

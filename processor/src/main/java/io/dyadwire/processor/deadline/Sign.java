package io.dyadwire.processor.deadline;

import org.jspecify.annotations.Nullable;

/**
 * The word that says whether the clause around a date speaks of what was or of what is to come.
 *
 * @param at index of the word; -1 when there is none and the clause is in the present
 */
record Sign(Kind kind, int at) {
    enum Kind {
        /** "will be held", "is scheduled", "to decide". */
        COMING,
        /** "hopes to": nothing is scheduled. */
        WISH,
        /** "met", "was signed". */
        PAST,
        /** "meets". */
        PRESENT,
        /** "will not", "cancelled". */
        NEGATED,
        /** "had been due", "originally scheduled". */
        SUPERSEDED,
        /** The date says when something else was: "after the summit on Friday". */
        OTHER
    }

    private static final int REACH = 30;

    /** The nearest sign before the date, else the nearest after it. */
    static Sign of(Clause c) {
        for (int i = c.first() - 1, n = 0; i >= c.from() && n < REACH; i--, n++) {
            Sign sign = at(c, i, true);
            if (sign != null) {
                return sign;
            }
            if (c.before(i) == ';') {
                return new Sign(Kind.PRESENT, -1);
            }
        }
        for (int i = c.last() + 1, n = 0; i <= c.to() && n < REACH && c.before(i) != ';'; i++, n++) {
            Sign sign = at(c, i, false);
            if (sign != null) {
                return sign;
            }
        }
        return new Sign(Kind.PRESENT, -1);
    }

    private static @Nullable Sign at(Clause c, int i, boolean left) {
        return switch (c.cue(i)) {
            case WILL, MUST, MAY -> new Sign(c.is(i + 1, Cue.NOT) ? Kind.NEGATED : Kind.COMING, i);
            case PLAN, DUE -> planned(c, i);
            case EXPIRE, DEADLINE ->
                c.is(i - 1, Cue.TO)
                        ? new Sign(purpose(c, i - 1), i)
                        : new Sign(before(c, i, Cue.ORIGINALLY) ? Kind.SUPERSEDED : Kind.COMING, i);
            case HOPE -> new Sign(Kind.WISH, i);
            case TO -> infinitive(c, i) ? new Sign(purpose(c, i), i) : null;
            case NOT -> new Sign(Kind.NEGATED, i);
            case DENY -> new Sign(toBe(c, i) ? Kind.COMING : Kind.NEGATED, i);
            case SAY -> new Sign(left && i < c.first() - 2 && !placed(c, i + 1) ? Kind.PRESENT : Kind.PAST, i);
            case AFTER -> left && !limited(c) ? new Sign(Kind.OTHER, i) : null;
            case PAST, DELAY -> new Sign(toBe(c, i) ? Kind.COMING : Kind.PAST, i);
            case NONE, OVER, QUANTITY ->
                c.endsInEd(i) && !adjective(c, i) ? new Sign(toBe(c, i) ? Kind.COMING : Kind.PAST, i) : null;
            default -> null;
        };
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

    /** "will be held", "to be signed", "would still be delayed": the past form is part of something to come. */
    private static boolean toBe(Clause c, int i) {
        for (int k = i - 1; k >= i - 4 && c.inside(k); k--) {
            switch (c.cue(k)) {
                case WILL, MUST, MAY, TO, PLAN -> {
                    return true;
                }
                case BE, NONE, NOUNLESS, SOON -> {}
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
                && (i + 1 < c.first() || i > c.last())
                && c.before(i + 1) == 0
                && !c.capital(i + 1)
                && !c.number(i + 1)
                && switch (c.cue(i + 1)) {
                    case NONE,
                            BE,
                            EXPIRE,
                            NOUNLESS,
                            CONTINUE,
                            DELAY,
                            EVENT,
                            EFFECT,
                            PAST,
                            PLAN,
                            HOPE,
                            BOND,
                            OVER,
                            RECORD,
                            DENY,
                            SAY -> true;
                    default -> false;
                };
    }

    private static Kind purpose(Clause c, int i) {
        return switch (c.cue(i - 1)) {
            case HOPE -> Kind.WISH;
            case NOT -> Kind.NEGATED;
            case PLAN, DUE -> planned(c, i - 1).kind();
            default -> before(c, i, Cue.HOPE) ? Kind.WISH : Kind.COMING;
        };
    }
}

package io.dyadwire.processor.deadline;

/**
 * Whether a verb says what was done, what may be, or nothing of the kind.
 *
 * @param from index of the first of the verbs that go with it: "has been", "could be", "threatened to"
 * @param passive whether its subject is what it is done to
 */
record Mood(Kind kind, int from, boolean passive) {
    enum Kind {
        FACT,
        /** "could be", "threatened to". */
        POSSIBLE,
        /** "was not", "asked to", "if it is", "denied that it was". */
        UNREAL
    }

    private static final int REACH = 9;

    static Mood of(Clause c, TurnWords w, int verb) {
        Kind kind = Kind.FACT;
        boolean passive = false;
        boolean infinitive = false;
        int from = verb;
        for (int k = verb - 1; verb - k < REACH && c.inside(k) && c.before(k + 1) == 0; k--) {
            Kind here = Kind.FACT;
            if (w.is(c, k, w.threat)) {
                here = Kind.POSSIBLE;
            } else if (w.is(c, k, w.ask)) {
                here = infinitive ? Kind.UNREAL : Kind.FACT;
            } else {
                switch (c.cue(k)) {
                    case BE -> passive |= !c.text(k).startsWith("ha");
                    case WILL -> here = c.reads(k, "would") && conditional(c) ? Kind.POSSIBLE : Kind.FACT;
                    case MAY -> here = Kind.POSSIBLE;
                    case MUST, NOT, HOPE -> here = Kind.UNREAL;
                    case TO -> infinitive = true;
                    case ADVERB, SOON, ORIGINALLY, PLAN, COMMIT, DUE -> {}
                    default -> {
                        if (!c.text(k).endsWith("ly")) {
                            boolean bare = infinitive && !c.capital(k) && c.is(k + 1, Cue.TO);
                            boolean decided = c.endsInEd(k)
                                    || c.reads(k, "decision")
                                    || c.reads(k, "move")
                                    || c.reads(k, "agree");
                            return finished(c, w, bare && !decided ? Kind.UNREAL : kind, from, passive);
                        }
                    }
                }
            }
            kind = worse(kind, here);
            from = k;
        }
        return finished(c, w, kind, from, passive);
    }

    private static Kind worse(Kind one, Kind other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Mood finished(Clause c, TurnWords w, Kind kind, int from, boolean passive) {
        return new Mood(supposed(c, w, from) ? Kind.UNREAL : kind, from, passive);
    }

    /** "if the talks are", "denied that the talks had been", "asked that". */
    private static boolean supposed(Clause c, TurnWords w, int from) {
        boolean inClause = true;
        for (int i = from - 1; c.inside(i); i--) {
            boolean deny = w.is(c, i, w.deny);
            boolean opens = c.reads(i, "if")
                    || c.reads(i, "If")
                    || c.reads(i, "unless")
                    || c.reads(i, "Unless")
                    || c.reads(i, "whether")
                    || c.reads(i, "until")
                    || c.reads(i, "before")
                    || c.reads(i, "once");
            if (deny || (inClause && (opens || (w.is(c, i, w.report) && c.reads(i + 1, "that"))))) {
                return true;
            }
            inClause &= c.before(i) != ',' && !Subject.breaks(c.before(i));
        }
        return c.reads(c.from(), "Had") || question(c);
    }

    private static boolean conditional(Clause c) {
        for (int i = c.from(); i <= c.to(); i++) {
            if (c.reads(i, "if") || c.reads(i, "If") || c.reads(i, "unless") || c.reads(i, "Unless")) {
                return true;
            }
        }
        return false;
    }

    private static boolean question(Clause c) {
        String source = c.tokens().source();
        int end = c.tokens().end(c.to());
        return end < source.length() && source.charAt(end) == '?';
    }
}

package io.dyadwire.processor.deadline;

import java.util.ArrayList;
import java.util.List;

/**
 * The verbs around a sign of what is to come, as one: "is expected to be", "will still", "must", "plans to".
 *
 * @param from index of the first token
 * @param to index of the last token, inclusive
 * @param verb index of the sign
 */
record VerbGroup(Clause c, int from, int to, int verb) {

    static VerbGroup at(Clause c, int verb) {
        int from = verb;
        while (c.inside(from - 1) && c.before(from) == 0 && leads(c, from - 1)) {
            from--;
        }
        while (from < verb && c.is(from, Cue.ADVERB)) {
            from++;
        }
        int to = verb;
        while (c.inside(to + 1) && c.before(to + 1) == 0 && !c.dated(to + 1) && follows(c, to + 1)) {
            to++;
        }
        return new VerbGroup(c, from, to, verb);
    }

    private static boolean leads(Clause c, int i) {
        return switch (c.cue(i)) {
            case WILL, BE, NOT, MUST, MAY, DUE, ADVERB -> true;
            case PLAN, COMMIT -> !c.is(i - 1, Cue.THE);
            case TO ->
                c.is(i + 1, Cue.BE)
                        || c.is(i - 1, Cue.PLAN)
                        || c.is(i - 1, Cue.COMMIT)
                        || c.is(i - 1, Cue.BE)
                        || c.is(i - 1, Cue.DUE);
            default -> false;
        };
    }

    private static boolean follows(Clause c, int i) {
        return switch (c.cue(i)) {
            case BE, NOT, ADVERB, WILL, MAY, MUST, DUE -> true;
            case PLAN, COMMIT -> c.is(i - 1, Cue.BE) || c.is(i - 1, Cue.ADVERB);
            case TO -> Sign.infinitive(c, i);
            default -> false;
        };
    }

    private boolean has(Cue cue, int start, int end) {
        return c.find(cue, start, end) >= 0;
    }

    /** "talks planned for", "a hearing set to begin", "a tax break, due to end": the noun stands before. */
    boolean participle() {
        boolean expiring = c.is(from, Cue.EXPIRE) && c.text(from).endsWith("ing");
        if (has(Cue.BE, from, verb)
                || has(Cue.WILL, from, verb)
                || c.is(from - 1, Cue.AND)
                || c.is(from - 1, Cue.PRONOUN)
                || !(expiring || c.is(from, Cue.PLAN) || c.is(from, Cue.DUE))) {
            return false;
        }
        boolean passive = expiring || plannedNoun() || c.is(from, Cue.DUE) || PASSIVE.contains(c.text(from));
        boolean object = !c.is(from + 1, Cue.TO) && c.endsInEd(from) && What.trailing(c.cue(from + 1));
        return (passive && !transitivePlan()) || object;
    }

    /** "no change would be made to the system planned to start": the sentence has its verb already. */
    private boolean plannedNoun() {
        boolean told = false;
        for (int k = from - 1; c.reads(from, "planned") && c.inside(k) && c.before(k + 1) != ',' && !told; k--) {
            if (c.is(k, Cue.SAY) || c.is(k, Cue.CLAUSE) || c.is(k, Cue.AND) || c.reads(k, "that")) {
                return false;
            }
            told = c.is(k, Cue.WILL) || c.is(k, Cue.PAST) || c.is(k, Cue.BE);
        }
        return told;
    }

    private static final List<String> PASSIVE = List.of("scheduled", "expected", "set", "slated", "bound", "poised");

    /** "plan a quiet meeting", "scheduled a news conference". */
    boolean transitivePlan() {
        boolean plan = (c.is(to, Cue.PLAN) || c.is(to, Cue.COMMIT)) && !has(Cue.BE, from, to - 1) && c.inside(to + 1);
        return plan && (!What.trailing(c.cue(to + 1)) || c.is(to + 1, Cue.THE));
    }

    /** The last token of "held", "take place" and the like behind the group; -1 when it says more than that. */
    int held() {
        int next = to + 1;
        if (c.reads(next, "held") || c.reads(next, "happen") || c.reads(next, "occur")) {
            return next;
        }
        return (c.reads(next, "take") || c.reads(next, "takes")) && c.reads(next + 1, "place") ? next + 1 : -1;
    }

    /** The words of it that a headline keeps. */
    List<Integer> words() {
        List<Integer> kept = new ArrayList<>();
        boolean head = false;
        for (int i = from; i <= to; i++) {
            boolean keep =
                    switch (c.cue(i)) {
                        case WILL, MUST, MAY -> true;
                        case TO -> !has(Cue.WILL, from, i) || i == verb;
                        case NOT -> true;
                        case BE -> head;
                        case ADVERB, SOON -> false;
                        case PLAN, COMMIT -> c.reads(i, "ready") || (i == to && transitivePlan());
                        case DUE -> !c.reads(i, "due");
                        default -> true;
                    };
            head |= keep && (c.is(i, Cue.WILL) || c.is(i, Cue.MUST) || c.is(i, Cue.MAY) || c.is(i, Cue.TO));
            if (keep) {
                kept.add(i);
            }
        }
        return kept;
    }
}

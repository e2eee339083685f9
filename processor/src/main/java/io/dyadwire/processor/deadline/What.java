package io.dyadwire.processor.deadline;

import io.dyadwire.processor.deadline.Subject.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in up to ten words what hangs on a date, as a headline would: who acts and what is done, from the words of the
 * sentence. "The council said it will vote on the plan on Friday" gives "council to vote on plan".
 */
final class What {
    static final int MOST_WORDS = 10;

    private final Clause c;
    private final List<Integer> words = new ArrayList<>();
    /** Where the act begins among the words. */
    private int act;

    private What(Clause c) {
        this.c = c;
    }

    /** The words that say it; empty when the sentence says nothing but the date. */
    static Phrase of(Clause c, Hook hook) {
        if (hook.noun() >= 0) {
            Phrase noun = new What(c).behind(hook.noun());
            boolean bare = noun.words().size() == 1 && c.is(hook.noun(), Cue.DEADLINE);
            if (!bare || hook.verb() < 0 || hook.verb() > c.first()) {
                return noun;
            }
        }
        if (c.before(c.last() + 1) == ',' && c.reads(c.last() + 1, "when")) {
            Phrase then = new What(c).from(c.last() + 2);
            if (!then.isEmpty()) {
                return then;
            }
        }
        Phrase told = new What(c).told(hook.verb());
        return told.isEmpty() ? new What(c).from(c.last() + 1) : told;
    }

    /** These words as a headline would have them, for what has no date beside it. */
    static Phrase of(Clause c, Range range) {
        What what = new What(c);
        what.take(range);
        return what.fitted();
    }

    /** Who moved what: "Washington extended waiver". */
    static Phrase moved(Clause c, int verb, Phrase thing) {
        Range who = Subject.of(c, VerbGroup.at(c, verb).from());
        int last = thing.words().getLast();
        boolean told = last > verb && !who.isEmpty() && c.inside(who.from());
        return told
                ? of(c, who, verb, last)
                : of(c, new Range(verb, verb), thing.words().getFirst(), last);
    }

    /** The same, and then the words from one token to another. */
    static Phrase of(Clause c, Range range, int from, int to) {
        What what = new What(c);
        what.take(range);
        what.act = what.words.size();
        for (int i = from; i <= to; i++) {
            boolean seen = i >= range.from() && i <= range.to();
            if (c.inside(i) && !seen && !what.skipped(i)) {
                what.words.add(i);
            }
        }
        return what.fitted();
    }

    /** "the June 28 summit in Osaka". */
    private Phrase behind(int noun) {
        take(c.last() + 1, NounPhrase.end(c, noun));
        return fitted();
    }

    /** The clause that begins with this word. */
    private Phrase from(int start) {
        take(start, clauseEnd(c, start));
        return fitted();
    }

    private Phrase told(int verb) {
        int end = lastBefore();
        int opener = opener(verb > c.last() ? c.from() : Math.max(verb, c.from()), end);
        if (c.reads(verb, "effective") && c.before(verb) == ',') {
            return mainClause(verb - 1);
        }
        boolean purpose = verb == c.last() + 1 && c.is(verb, Cue.TO) && !c.is(c.preposition(), Cue.UNTIL);
        if (opener >= 0) {
            inner(opener, end);
        } else if (verb >= c.from() && !(purpose && end > c.from())) {
            around(verb, end);
        } else if (end >= c.from()) {
            plain(end);
        }
        if ((verb < c.first() || purpose) && !words.isEmpty()) {
            goOn();
        }
        return fitted();
    }

    /** "It will raise prices in May, effective March 25". */
    private Phrase mainClause(int end) {
        int verb = c.find(Cue.WILL, c.from(), end);
        if (verb >= c.from()) {
            around(verb, end);
        } else {
            plain(end);
        }
        return fitted();
    }

    /** The last word before the date that is no preposition or auxiliary leading to it; below the sentence when none. */
    private int lastBefore() {
        int end = c.first() - 1;
        while (end >= c.from() && (trailing(c.cue(end)) || c.dated(end) || more(end) || about(end))) {
            end--;
        }
        return end;
    }

    /** "around March 12", "in mid or late 1988", "sometime next month". */
    private boolean about(int i) {
        return c.reads(i, "around") || c.reads(i, "about") || c.reads(i, "mid") || c.reads(i, "sometime");
    }

    /** "another 30 days". */
    private boolean more(int i) {
        return i == c.first() - 1
                && (c.reads(i, "another") || c.reads(i, "further") || c.reads(i, "additional") || c.reads(i, "extra"));
    }

    /** The last word that opens a clause of its own before the date, behind the verb found; -1 when there is none. */
    private int opener(int verb, int end) {
        for (int i = end - 1; i > verb; i--) {
            boolean aside = c.before(i) == ',' && commaIn(i + 1, end);
            boolean clause = c.is(i, Cue.CLAUSE) && (!c.reads(i, "whether") || c.doubted(i)) && !aside;
            boolean pronoun = (c.is(i, Cue.BEFORE) || c.is(i, Cue.UNTIL))
                    && (c.is(i + 1, Cue.PRONOUN) || (c.is(end, Cue.EXPIRE) && !c.is(end - 1, Cue.TO)));
            if (clause || pronoun || (c.reads(i, "that") && Subject.relative(c, i, i + 1) && verbLike(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private boolean commaIn(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (c.before(i) == ',') {
                return true;
            }
        }
        return false;
    }

    private boolean verbLike(int i) {
        return c.endsInEd(i)
                || (c.is(i, Cue.NONE) && !c.capital(i) && c.text(i).endsWith("s"))
                || (!c.is(i, Cue.NONE) && !c.is(i, Cue.THE) && !c.is(i, Cue.EVENT) && !c.is(i, Cue.PRONOUN));
    }

    /** "…, which enters into force on", "… when ministers gather in Bangkok in". */
    private void inner(int opener, int end) {
        boolean pronoun = c.is(opener + 1, Cue.PRONOUN);
        Range subject = pronoun
                ? Subject.of(c, opener + 2)
                : Subject.relative(c, opener, opener + 1) ? Subject.antecedent(c, opener - 1) : Range.NONE;
        boolean whole = !pronoun
                && !subject.isEmpty()
                && subject.from() == Subject.clause(c, subject.to()).from();
        take(subject);
        act = words.size();
        if (whole && subject.size() > 2) {
            words.add(opener);
        }
        take(opener + (pronoun && !subject.isEmpty() ? 2 : 1), end);
    }

    /** The subject of the verb, the verb and what follows it up to the date. */
    private void around(int verb, int end) {
        VerbGroup group = VerbGroup.at(c, verb);
        boolean aside = c.is(group.from(), Cue.TO) && c.before(group.from()) == ',';
        Range subject =
                group.participle() || aside ? Subject.antecedent(c, group.from() - 1) : Subject.of(c, group.from());
        if (verb > c.last() && c.is(c.preposition(), Cue.UNTIL)) {
            subject = Subject.receiver(c, subject);
        }
        boolean gave =
                c.reads(verb, "gave") || c.reads(verb, "gives") || c.reads(verb, "give") || c.reads(verb, "granted");
        if (gave && verb < c.first() && end > verb && (c.is(c.preposition(), Cue.UNTIL) || more(c.first() - 1))) {
            take(verb + 1, end);
            act = words.size();
            return;
        }
        boolean pronoun = subject.size() == 1 && c.is(subject.from(), Cue.PRONOUN);
        if (pronoun && (c.reads(subject.from(), "there") || c.reads(subject.from(), "There"))) {
            take(group.to() + 1, verb > c.last() ? clauseEnd(c, group.to() + 1) : end);
            return;
        }
        if (!(pronoun && group.transitivePlan())) {
            take(subject);
        }
        act = words.size();
        int rest = group.to() + 1;
        int held = group.held();
        if (held >= 0) {
            rest = held + 1;
        } else {
            words.addAll(group.words());
        }
        take(rest, verb > c.last() ? clauseEnd(c, rest) : end);
    }

    /** A clause without a sign: "They play four at home from". */
    private void plain(int end) {
        Range clause = Subject.clause(c, end);
        boolean cutOff = clause.size() <= 3 && clause.from() > c.from() && c.before(clause.from()) == ',';
        Range subject = cutOff ? Subject.of(c, clause.from()) : Range.NONE;
        boolean pronoun = c.is(clause.from(), Cue.PRONOUN);
        if (pronoun && clause.size() > 1) {
            subject = Subject.of(c, clause.from() + 1);
        }
        take(subject);
        act = words.size();
        take(clause.from() + (pronoun && !subject.isEmpty() ? 1 : 0), end);
    }

    /** Behind the date the sentence may go on: "until Friday to name a chief", "by Aug. 24 whether to renew it". */
    private void goOn() {
        int i = c.last() + 1;
        if (!c.inside(i) || c.before(i) != 0) {
            return;
        }
        boolean limit = c.reads(i + 2, "earliest") || c.reads(i + 2, "latest");
        boolean parted = c.is(c.preposition() - 1, Cue.WILL) || c.is(c.preposition() - 1, Cue.MUST);
        boolean goes = parted
                || (!limit && c.reads(i, "whether"))
                || switch (limit ? Cue.NONE : c.cue(i)) {
                    case IN, AT, FOR, WITH, ON, TO, BETWEEN -> true;
                    default -> false;
                };
        if (goes && Phrase.count(c, words) < MOST_WORDS) {
            take(i, clauseEnd(c, i));
        }
    }

    /** The last token of the clause that begins with this one. */
    static int clauseEnd(Clause c, int start) {
        int end = start;
        while (end < c.to() && end - start < 16) {
            int next = end + 1;
            char mark = c.before(next);
            boolean over = Subject.breaks(mark)
                    || (mark == ',' && end > start)
                    || c.is(next, Cue.SAY)
                    || (c.is(next, Cue.CLAUSE) && !c.reads(next, "whether"))
                    || (c.dated(next) && end > start)
                    || c.is(next, Cue.UNTIL)
                    || c.is(next, Cue.AFTER);
            if (over) {
                break;
            }
            end++;
        }
        return end;
    }

    private void take(Range range) {
        if (!range.isEmpty()) {
            take(range.from(), range.to());
        }
    }

    /** Adds words without articles, dates and what stands in brackets. */
    private void take(int from, int to) {
        boolean bracket = false;
        for (int i = from; i <= Math.min(to, c.to()); i++) {
            char mark = c.before(i);
            bracket = mark == '(' || mark == '<' || (bracket && mark != ')' && mark != '>');
            if (!bracket && !skipped(i)) {
                words.add(i);
            }
        }
    }

    private boolean skipped(int i) {
        boolean clock = c.number(i) && (c.before(i) == ':' || c.before(i + 1) == ':');
        return c.dated(i)
                || clock
                || switch (c.cues().of(c.tokens().exact(i))) {
                    case THE, ADVERB -> !c.reads(i, "again") && !(c.reads(i, "A") && i > c.from());
                    case ON, IN, AT, BY, UNTIL, FROM, SOON, BEFORE, AFTER, AS -> c.dated(i + 1) || words.isEmpty();
                    case FOR, AND, OR, OF, WITH -> words.isEmpty();
                    case CLAUSE -> !c.reads(i, "whether");
                    default -> false;
                };
    }

    /** At most ten words, cut where a phrase ends; nothing when no word of weight is left. */
    private Phrase fitted() {
        List<Integer> kept = words;
        if (Phrase.count(c, kept) > MOST_WORDS && act > 4) {
            kept = new ArrayList<>(kept.subList(0, headEnd()));
            kept.addAll(words.subList(act, words.size()));
            act = kept.size() - (words.size() - act);
        }
        int size = kept.size();
        while (Phrase.count(c, kept.subList(0, size)) > MOST_WORDS) {
            size--;
        }
        if (size < kept.size()) {
            for (int n = size; n > act + 2; n--) {
                if (boundary(kept.get(n)) && whole(kept.get(n))) {
                    size = n;
                    break;
                }
            }
        }
        while (size > 0 && leadsOn(kept.get(size - 1))) {
            size--;
        }
        List<Integer> told = kept.subList(0, size);
        return new Phrase(c, anyHasWeight(told) ? told : List.of(), words);
    }

    private boolean leadsOn(int i) {
        boolean payable = c.is(i, Cue.DUE) && !c.reads(i, "due");
        return !payable && !c.reads(i, "ready") && (trailing(c.cue(i)) || c.is(i, Cue.CLAUSE));
    }

    /** Where a long subject may end, in the list: the last place that leaves room for the act. */
    private int headEnd() {
        int room = MOST_WORDS - Math.min(5, Phrase.count(c, words.subList(act, words.size())));
        int end = act;
        for (int k = 1; k < act; k++) {
            int before = words.get(k - 1);
            boolean verb = c.is(before, Cue.PAST) || c.endsInEd(before);
            boolean cut = boundary(words.get(k)) && !c.is(words.get(k), Cue.AND) && !verb;
            end = cut && (end == act || k <= room) ? k : end;
        }
        return Phrase.count(c, words.subList(0, end)) > room ? phraseEnd(room) : end;
    }

    /** "banks interested | in being considered for this": where a clause of its own begins, else as many as there is room for. */
    private int phraseEnd(int room) {
        int end = Math.min(room, act);
        for (int k = end; k > 1; k--) {
            if (c.endsInEd(words.get(k)) || boundary(words.get(k))) {
                return k;
            }
        }
        return end;
    }

    /** Not between "between A" and "and B", nor "at request" and "of the council". */
    private boolean whole(int i) {
        boolean joins = c.is(i, Cue.AND) || c.is(i, Cue.TO) || c.is(i, Cue.OF);
        boolean half = joins && (c.has(Cue.BETWEEN, i - 6, i) || c.has(Cue.FROM, i - 4, i));
        boolean bare = c.is(i, Cue.OF) && boundary(i - 2);
        return !half && !bare;
    }

    private boolean boundary(int i) {
        return c.before(i) == ','
                || switch (c.cue(i)) {
                    case IN, ON, AT, FOR, FROM, WITH, BY, AND, OR, OF, AS, DURING, THROUGH, BETWEEN, AFTER, CLAUSE ->
                        true;
                    case TO -> !c.number(i + 1);
                    default -> false;
                };
    }

    private boolean anyHasWeight(List<Integer> told) {
        for (int i : told) {
            if (hasWeight(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWeight(int i) {
        return switch (c.cue(i)) {
            case NONE, EVENT, DEADLINE, EXPIRE, BOND, QUANTITY, TERM -> true;
            default -> false;
        };
    }

    /** Words at the end of a clause that only lead to the date: "is expected to take place on". */
    static boolean trailing(Cue cue) {
        return switch (cue) {
            case WILL,
                    PLAN,
                    COMMIT,
                    DUE,
                    BE,
                    BY,
                    UNTIL,
                    BEFORE,
                    WITHIN,
                    ON,
                    IN,
                    AT,
                    FOR,
                    FROM,
                    THE,
                    OF,
                    AS,
                    AND,
                    OR,
                    BETWEEN,
                    TO,
                    SOON,
                    ORIGINALLY,
                    THROUGH,
                    DURING,
                    WITH,
                    NOT,
                    MAY,
                    MUST -> true;
            default -> false;
        };
    }
}

package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.processor.deadline.Subject.Range;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * "signed the accord", "decided to extend the pact", "the talks opened", "the tariff took effect". Only what is told as
 * done, of a thing that is known by its noun: a deadline wrongly taken as met would fall silent.
 */
final class Outcomes {
    private static final double SURE = 0.8;
    private static final double LIKELY = 0.7;
    private static final Set<String> DECIDED = Set.of("decide");

    private Outcomes() {}

    static @Nullable Turn at(Clause c, TurnWords w, int i) {
        if (w.is(c, i, w.decide)) {
            return decided(c, w, i);
        }
        if (w.is(c, i, w.sign) || w.is(c, i, w.renew)) {
            return agreed(c, w, i);
        }
        if (w.is(c, i, w.begin) || w.is(c, i, w.occur)) {
            return begun(c, w, i);
        }
        if (w.is(c, i, w.effect)) {
            return c.reads(i, "took") && c.reads(i + 1, "place") ? begun(c, w, i) : effective(c, w, i);
        }
        if (w.is(c, i, w.lapse)) {
            return lapsed(c, w, i);
        }
        return w.is(c, i, w.keep) ? kept(c, w, i) : null;
    }

    private static boolean done(Clause c, Mood mood) {
        return mood.kind() == Mood.Kind.FACT
                && !background(c, mood.from())
                && !ahead(c, mood)
                && (!mood.passive() || was(c, mood));
    }

    /** "when they met", "the council, which met", "a strike that began": told in passing. */
    private static boolean background(Clause c, int from) {
        if (c.reads(from - 1, "that")) {
            return true;
        }
        for (int i = from - 1; c.inside(i) && !Subject.breaks(c.before(i + 1)); i--) {
            boolean opens = c.is(i, Cue.CLAUSE) && !c.reads(i, "but");
            if (opens || c.is(i, Cue.AFTER) || c.is(i, Cue.BEFORE) || c.before(i) == ',') {
                return opens || c.is(i, Cue.AFTER) || c.is(i, Cue.BEFORE);
            }
        }
        return false;
    }

    /** "was signed", not "is signed" or "are held". */
    private static boolean was(Clause c, Mood mood) {
        for (int k = mood.from(); k < mood.from() + 6 && c.inside(k); k++) {
            if (c.reads(k, "was") || c.reads(k, "were") || c.reads(k, "been")) {
                return true;
            }
        }
        return false;
    }

    /** "will be signed", "had signed": to come, or the background of the news. */
    private static boolean ahead(Clause c, Mood mood) {
        for (int k = mood.from(); k < mood.from() + 6 && c.inside(k); k++) {
            boolean notNow = c.is(k, Cue.WILL)
                    || c.is(k, Cue.TO)
                    || c.is(k, Cue.PLAN)
                    || c.reads(k, "had")
                    || c.reads(k, "being");
            if (notNow) {
                return true;
            }
            if (c.endsInEd(k) || c.is(k, Cue.PAST)) {
                return false;
            }
        }
        return false;
    }

    /** "decided on Wednesday to extend the pact", "has decided whether to renew it". */
    private static @Nullable Turn decided(Clause c, TurnWords w, int i) {
        int next = i + 1;
        while (c.dated(next) || (c.is(next, Cue.ON) && c.dated(next + 1)) || c.is(next, Cue.ADVERB)) {
            next++;
        }
        boolean says =
                c.is(next, Cue.TO) || c.reads(next, "whether") || (c.is(next, Cue.NOT) && c.is(next + 1, Cue.TO));
        Mood mood = Mood.of(c, w, i);
        boolean called = w.is(c, next + 1, w.off) || w.is(c, next + 1, w.call) || w.is(c, next + 1, w.delay);
        if (!says || called || mood.passive() || !done(c, mood)) {
            return null;
        }
        int end = What.clauseEnd(c, next);
        boolean known = !Thing.in(c, w, next, end, w.pact).isEmpty()
                || !Thing.in(c, w, next, end, w.law).isEmpty()
                || !Thing.event(c, w, next, end).isEmpty();
        Phrase rest = What.of(c, new Range(next, end));
        return rest.isEmpty() || !known ? null : turn(c, mood, i, rest, DECIDED, Subject.of(c, mood.from()));
    }

    /** "signed the accord", "the pact was extended". */
    private static @Nullable Turn agreed(Clause c, TurnWords w, int i) {
        Mood mood = Mood.of(c, w, i);
        if (!done(c, mood)) {
            return null;
        }
        Range pact = mood.passive() ? Thing.subject(c, w, mood.from(), w.pact) : near(c, w, i + 1);
        if (pact.isEmpty()) {
            return null;
        }
        boolean renewed = w.is(c, i, w.renew);
        Phrase thing = What.of(c, pact, i, i);
        Range who = mood.passive() ? Range.NONE : Subject.of(c, mood.from());
        return turn(c, mood, i, thing, renewed ? DECIDED : Set.of("sign"), who);
    }

    /** The pact that is the object: right behind the verb, with nothing but its own article and names between. */
    private static Range near(Clause c, TurnWords w, int start) {
        int at = start;
        while (at < start + 7 && c.inside(at) && (c.before(at) == 0 || c.before(at) == '-' || c.before(at) == '\'')) {
            if (w.is(c, at, w.pact)) {
                return Thing.in(c, w, start, at + 7, w.pact);
            }
            boolean within = c.is(at, Cue.NONE) || c.is(at, Cue.THE) || c.is(at, Cue.TERM) || c.is(at, Cue.EVENT);
            if (!within || c.endsInEd(at)) {
                break;
            }
            at++;
        }
        return Range.NONE;
    }

    /** "the talks opened", "the summit took place", "the hearing was held". */
    private static @Nullable Turn begun(Clause c, TurnWords w, int i) {
        boolean took = c.reads(i, "took") && c.reads(i + 1, "place");
        boolean held = c.reads(i, "held");
        if (!took && !held && !w.is(c, i, w.begin)) {
            return null;
        }
        Mood mood = Mood.of(c, w, i);
        if (c.is(i + 1, Cue.BY) || !done(c, mood) || (!held && mood.passive())) {
            return null;
        }
        Range event = held && !mood.passive() ? object(c, w, i + 1) : begins(c, w, mood.from());
        if (event.isEmpty() || c.has(Cue.DEADLINE, event.from(), event.to())) {
            return null;
        }
        Range who = held && !mood.passive() ? Subject.of(c, mood.from()) : Range.NONE;
        return turn(c, mood, took ? i + 1 : i, What.of(c, event), Set.of(), who);
    }

    /** "The talks began", not "campaigning for the vote began": what begins is the head of the subject. */
    private static Range begins(Clause c, TurnWords w, int verb) {
        Range event = Thing.subject(c, w, verb, 0);
        Range subject = event.isEmpty() ? Range.NONE : Subject.of(c, verb);
        for (int k = subject.from(); k < event.from(); k++) {
            switch (c.cue(k)) {
                case FOR, OF, BY, IN, ON, AT, WITH, FROM, TO, AND -> {
                    return Range.NONE;
                }
                default -> {}
            }
        }
        return event;
    }

    private static Range object(Clause c, TurnWords w, int start) {
        Range event = Thing.event(c, w, start, start + 6);
        for (int k = start; !event.isEmpty() && k < event.from(); k++) {
            if (!c.is(k, Cue.THE) && !c.dated(k) && !c.is(k, Cue.NONE)) {
                return Range.NONE;
            }
        }
        return event;
    }

    /** "took effect", "came into force", "entered into force". */
    private static @Nullable Turn effective(Clause c, TurnWords w, int i) {
        int to = c.reads(i, "took") && c.is(i + 1, Cue.EFFECT)
                ? i + 1
                : c.reads(i + 1, "into") && c.is(i + 2, Cue.EFFECT) ? i + 2 : -1;
        Mood mood = Mood.of(c, w, i);
        if (to < 0 || !done(c, mood)) {
            return null;
        }
        Range law = Thing.subject(c, w, mood.from(), w.law);
        return law.isEmpty() ? null : turn(c, mood, to, What.of(c, law, i, to), Set.of(), Range.NONE);
    }

    /** "the waiver expired". */
    private static @Nullable Turn lapsed(Clause c, TurnWords w, int i) {
        Mood mood = Mood.of(c, w, i);
        if (mood.passive() || !done(c, mood)) {
            return null;
        }
        Range pact = Thing.subject(c, w, mood.from(), w.pact);
        return pact.isEmpty() ? null : turn(c, mood, i, What.of(c, pact, i, i), Set.of("expire"), Range.NONE);
    }

    /** "met the deadline for bids"; "the ministers met in Bern". */
    private static @Nullable Turn kept(Clause c, TurnWords w, int i) {
        Mood mood = Mood.of(c, w, i);
        if (mood.passive() || !done(c, mood)) {
            return null;
        }
        Range object = object(c, w, i + 1);
        if (!object.isEmpty()) {
            boolean deadline = c.has(Cue.DEADLINE, object.from(), object.to());
            return deadline ? turn(c, mood, i, What.of(c, object), Set.of(), Subject.of(c, mood.from())) : null;
        }
        boolean alone = c.reads(i, "met")
                && !c.is(mood.from() - 1, Cue.PRONOUN)
                && switch (c.cue(i + 1)) {
                    case IN, ON, AT, WITH, FOR -> true;
                    default -> c.dated(i + 1);
                };
        Range who = alone ? Subject.of(c, mood.from()) : Range.NONE;
        boolean named = !who.isEmpty() && !c.is(who.from(), Cue.PRONOUN) && c.inside(who.from());
        if (!named) {
            return null;
        }
        Phrase thing = What.of(c, who, i, What.clauseEnd(c, i));
        Turn met = turn(c, mood, i, thing, Set.of(), Range.NONE);
        return met == null ? null : met.dated();
    }

    private static int last(Phrase thing, int verb) {
        int last = verb;
        for (int i : thing.words()) {
            last = Math.max(last, i);
        }
        return last;
    }

    private static @Nullable Turn turn(Clause c, Mood mood, int to, Phrase thing, Set<String> acts, Range who) {
        if (thing.isEmpty()) {
            return null;
        }
        boolean told = !who.isEmpty() && c.inside(who.from()) && !c.is(who.from(), Cue.PRONOUN);
        Phrase reader = told ? What.of(c, who, mood.from(), last(thing, to)) : thing;
        double confidence = acts.isEmpty() ? LIKELY : SURE;
        return new Turn(
                DeadlineTurn.MET, mood.from(), to, thing, acts, reader.isEmpty() ? thing : reader, confidence, false);
    }
}

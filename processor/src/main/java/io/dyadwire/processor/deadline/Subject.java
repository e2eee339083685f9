package io.dyadwire.processor.deadline;

import java.util.Locale;

/** Finds the words before a verb that say who or what acts. */
final class Subject {
    /** The longest aside between two commas, in words. */
    private static final int ASIDE = 24;
    /** So many sentences back a pronoun may point. */
    private static final int SENTENCES = 4;

    private Subject() {}

    /** From one token to another, both inclusive; empty when the first is behind the second. */
    record Range(int from, int to) {
        static final Range NONE = new Range(0, -1);

        boolean isEmpty() {
            return to < from;
        }

        int size() {
            return to - from + 1;
        }
    }

    /** The subject of the verb that begins at this token; empty when the sentence does not say. */
    static Range of(Clause c, int verb) {
        return of(c, verb, 3);
    }

    private static Range of(Clause c, int verb, int deep) {
        int end = beforeBracket(c, verb - 1);
        boolean date = false;
        while (end >= c.from()
                && (c.before(end + 1) != ',' || (c.dated(end) && c.dated(end + 1) && c.number(end + 1)))
                && (c.is(end, Cue.ADVERB) || c.dated(end) || (date && What.trailing(c.cue(end))))) {
            date |= c.dated(end);
            end--;
        }
        if (end < c.from() || deep == 0) {
            return Range.NONE;
        }
        if (relative(c, end, verb)) {
            return antecedent(c, end - 1);
        }
        boolean apart = c.before(end + 1) == ',' || c.before(verb) == ',';
        end = apart ? beforeAside(c, end) : end;
        if (end < c.from()) {
            return Range.NONE;
        }
        if (c.is(end, Cue.AND) || c.reads(end, "but") || c.is(end, Cue.OR)) {
            int first = finiteVerb(c, end - 1);
            return first < 0 ? Range.NONE : of(c, first, deep - 1);
        }
        if (c.is(end, Cue.PRONOUN) && !c.is(end - 1, Cue.AND)) {
            return meant(c, end, deep);
        }
        Range found = clause(c, end);
        if (c.is(found.from(), Cue.BE) && c.before(found.from()) == ',') {
            return of(c, found.from(), deep - 1);
        }
        boolean theyPlan = c.is(found.from(), Cue.PRONOUN)
                && (c.is(found.from() + 1, Cue.PLAN) || c.is(found.from() + 1, Cue.HOPE))
                && found.size() > 2;
        return theyPlan ? new Range(found.from() + 2, found.to()) : found;
    }

    /** "CSR Ltd &lt;CSRA.S> said": the word before the brackets that end here. */
    private static int beforeBracket(Clause c, int end) {
        char mark = c.before(end + 1);
        int bracket = mark == ')' || mark == '>' ? c.bracket(end) : -1;
        return bracket > c.from() ? bracket - 1 : end;
    }

    /** Who was given the time: "the court gave the owners until Friday". */
    static Range receiver(Clause c, Range range) {
        for (int i = range.to() - 1; i >= range.from(); i--) {
            if (c.reads(i, "gave") || c.reads(i, "given") || c.reads(i, "gives") || c.reads(i, "give")) {
                return new Range(i + 1, range.to());
            }
        }
        return range;
    }

    /** "which", "who", "that" before the verb. */
    static boolean relative(Clause c, int i, int verb) {
        return i > c.from()
                && (c.reads(i, "which") || c.reads(i, "who") || (c.reads(i, "that") && !reports(c, i - 1)))
                && !(c.is(i - 1, Cue.CLAUSE) && i - 1 == c.from())
                && verb > i;
    }

    /** "said on Wednesday that", "announced in Rome that". */
    private static boolean reported(Clause c, int i) {
        for (int k = i; k > i - 5 && c.inside(k) && c.before(k + 1) != ','; k--) {
            if (reports(c, k)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reports(Clause c, int i) {
        return switch (c.cue(i)) {
            case SAY, HOPE, PLAN, COMMIT, QUANTITY, DENY, PAST, BE -> true;
            default ->
                c.endsInEd(i) || (c.text(i).endsWith("s") && c.is(i, Cue.NONE) && c.before(i) == 0 && c.capital(i - 1));
        };
    }

    /** The last word before an aside in commas that ends here: "The truce, which ran out on Monday, now lasts". */
    private static int beforeAside(Clause c, int end) {
        for (int i = end; i > c.from() && i > end - ASIDE; i--) {
            if (c.before(i) == ',') {
                return i - 1;
            }
        }
        return c.from() - 1;
    }

    /** What a pronoun stands for: who says so, or the subject of the clause before. */
    private static Range meant(Clause c, int pronoun, int deep) {
        int before = pronoun - 1;
        if (before < c.from()) {
            return inSentenceBefore(c, pronoun);
        }
        if (c.is(before, Cue.BEFORE) || c.is(before, Cue.UNTIL)) {
            return antecedent(c, before - 1);
        }
        int say = c.reads(before, "that") ? before - 1 : before;
        int verb = c.is(say, Cue.SAY) || c.endsInEd(say) ? say : finiteVerb(c, before);
        if (verb < 0) {
            return inSentenceBefore(c, pronoun);
        }
        Range speaker = verb > c.from() ? of(c, verb, deep - 1) : Range.NONE;
        boolean person = c.reads(pronoun, "he") || c.reads(pronoun, "she");
        return speaker.isEmpty() || (person && !name(c, speaker)) ? inSentenceBefore(c, pronoun) : speaker;
    }

    /** "The envoys arrive today. They meet on Friday.": the subject of a sentence before, where it can be meant. */
    private static Range inSentenceBefore(Clause c, int pronoun) {
        Range itself = new Range(pronoun, pronoun);
        Clause before = c.before();
        for (int n = 0; n < SENTENCES && before != null; n++) {
            int verb = firstVerb(before);
            if (verb <= before.from() || verb > before.from() + 8) {
                return itself;
            }
            boolean goesOn =
                    verb == before.from() + 1 && before.text(before.from()).equalsIgnoreCase(c.text(pronoun));
            if (!goesOn) {
                return meant(before, new Range(before.from(), verb - 1), c.text(pronoun), itself);
            }
            before = before.before();
        }
        return itself;
    }

    private static Range meant(Clause before, Range range, String pronoun, Range itself) {
        boolean plain = true;
        boolean many = before.text(range.to()).endsWith("s");
        for (int i = range.from(); i <= range.to(); i++) {
            boolean joins = before.is(i, Cue.AND);
            many |= joins;
            plain &= (i == range.from() || before.before(i) == 0 || before.before(i) == '-')
                    && switch (before.cue(i)) {
                        case NONE, THE, OF, AND, EVENT, TERM, DEADLINE -> true;
                        default -> false;
                    };
        }
        String word = pronoun.toLowerCase(Locale.ROOT);
        boolean named = before.capital(range.to()) && !before.is(range.from(), Cue.THE);
        boolean fits =
                switch (word) {
                    case "they" -> many;
                    case "it" -> !many && !named;
                    case "he", "she" -> !many && named;
                    default -> false;
                };
        return plain && fits ? range : itself;
    }

    private static boolean name(Clause c, Range range) {
        for (int i = range.from(); i <= range.to(); i++) {
            if (!c.capital(i) || c.is(i, Cue.THE) || c.is(i, Cue.PRONOUN)) {
                return false;
            }
        }
        return true;
    }

    private static int firstVerb(Clause c) {
        for (int i = c.from(); i <= c.to(); i++) {
            if (finite(c, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The last finite verb at or before this token; -1 when there is none. */
    private static int finiteVerb(Clause c, int from) {
        int found = -1;
        for (int i = from; i >= c.from() && c.before(i + 1) != ';'; i--) {
            boolean aside = c.is(i, Cue.SAY) && c.before(i + 1) == ',';
            if (finite(c, i) && !aside) {
                found = i;
            }
            if (found >= 0 && (c.is(i, Cue.CLAUSE) || (c.is(i, Cue.SAY) && found != i) || c.before(i) == ',')) {
                break;
            }
        }
        return found;
    }

    private static boolean finite(Clause c, int i) {
        return switch (c.cue(i)) {
            case WILL, MUST, MAY, BE, PAST, SAY, COMMIT, EXPIRE, HOPE, CONTINUE -> true;
            case PLAN -> !c.is(i - 1, Cue.THE);
            default -> c.endsInEd(i) && !c.is(i - 1, Cue.THE) && !c.is(i - 1, Cue.OF);
        };
    }

    /** The clause that ends here, from its first word. */
    static Range clause(Clause c, int end) {
        int start = start(c, end);
        if (!leads(c, start)) {
            return new Range(start, end);
        }
        for (int i = end - 1; i > start + 1; i--) {
            if (c.is(i, Cue.THE) && noun(c, i - 1) && !c.is(i - 1, Cue.AND)) {
                return new Range(i, end);
            }
        }
        return new Range(start, end);
    }

    /** A preposition that opens a clause: "With Beijing the ministers are to prepare". */
    private static boolean leads(Clause c, int i) {
        return switch (c.cue(i)) {
            case IN, ON, AT, BY, FOR, FROM, AFTER, BEFORE, UNTIL, AS, WITH, DURING, TO -> true;
            default -> false;
        };
    }

    /** Where the clause that ends here begins. */
    private static int start(Clause c, int end) {
        int i = end;
        while (i > c.from()) {
            char mark = c.before(i);
            int bracket = mark == ')' || mark == '>' ? c.bracket(i - 1) : -1;
            if (bracket > c.from()) {
                i = bracket - 1;
                continue;
            }
            if (c.apart(i) || breaks(mark) || (mark == ',' && !list(c, i, end)) || opens(c, i - 1, i)) {
                break;
            }
            i--;
        }
        return i;
    }

    static boolean breaks(char mark) {
        return switch (mark) {
            case ';', ':', '(', ')', '"', '“', '”', '—', '–', '?', '!', ']' -> true;
            default -> false;
        };
    }

    /** Whether a new clause begins behind this word: "said", "which", "because", "that" after a verb. */
    private static boolean opens(Clause c, int word, int next) {
        return switch (c.cue(word)) {
            case SAY, CLAUSE -> !c.reads(word, "whether") || c.doubted(word);
            case PAST, HOPE -> c.is(next, Cue.PRONOUN);
            case BEFORE, UNTIL, AFTER -> c.is(next, Cue.PRONOUN);
            case AND -> c.is(next, Cue.PRONOUN);
            default ->
                (c.reads(word, "that") && reported(c, word - 1)) || (c.endsInEd(word) && c.is(next, Cue.PRONOUN));
        };
    }

    /** "Poland, Hungary and Slovakia": a comma inside a list that an "and" ends. */
    private static boolean list(Clause c, int i, int end) {
        if (!c.has(Cue.AND, i, end)) {
            return false;
        }
        int first = i - 1;
        while (first > c.from() && c.before(first) != ',' && !breaks(c.before(first))) {
            first--;
        }
        return i - first <= 5 && !leads(c, first) && !c.is(first, Cue.CLAUSE) && !c.endsInEd(first);
    }

    /** The noun phrase that ends here, for "which expires" and "planned for" behind it. */
    static Range antecedent(Clause c, int last) {
        int end = last;
        if (end < c.from()) {
            return Range.NONE;
        }
        if (c.before(end + 1) == ',') {
            int before = beforeAside(c, end);
            boolean aside = before >= c.from()
                    && end - before <= 8
                    && !c.is(before + 1, Cue.THE)
                    && !c.capital(before + 1)
                    && !c.is(before + 1, Cue.AND);
            end = aside ? before : end;
        }
        int i = end;
        while (i > c.from() && c.before(i) != ',' && !breaks(c.before(i))) {
            int link = c.is(i - 1, Cue.THE) ? i - 2 : i - 1;
            if (c.before(i) == '-') {
                i--;
            } else if (links(c, link) && link > c.from() && c.before(link) == 0 && noun(c, link - 1)) {
                i = link - 1;
            } else if (link == i - 2 || !noun(c, i - 1)) {
                break;
            } else {
                i--;
            }
        }
        return new Range(i, end);
    }

    private static boolean links(Clause c, int i) {
        return switch (c.cue(i)) {
            case OF, BETWEEN -> true;
            case ON -> !c.dated(i + 1);
            case WITH -> c.reads(i, "with");
            case FOR, AND -> !c.capital(i - 1);
            default -> false;
        };
    }

    private static boolean noun(Clause c, int i) {
        return switch (c.cue(i)) {
            case NONE -> !c.endsInEd(i) || c.capital(i);
            case PLAN -> c.is(i - 1, Cue.THE);
            case EVENT, TERM, BOND, DEADLINE, QUANTITY, ANNIVERSARY, AND -> true;
            default -> false;
        };
    }
}

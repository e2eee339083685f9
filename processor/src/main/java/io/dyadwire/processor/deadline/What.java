package io.dyadwire.processor.deadline;

import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in up to ten words what hangs on a date: the subject and the act, from the words of the sentence. */
final class What {
    static final int MOST_WORDS = 10;

    private What() {}

    /** The indexes of the words that say it, in order; empty when the sentence says nothing but the date. */
    static List<Integer> words(Clause c, Hook hook) {
        if (hook.noun() >= 0) {
            return trimmed(c, c.last() + 1, phraseEnd(c, hook.noun()));
        }
        int end = c.first() - 1;
        while (end >= c.from() && (trailing(c.cue(end)) || isWeekday(c, end))) {
            end--;
        }
        List<Integer> left = end < c.from() ? List.of() : trimmed(c, clauseStart(c, end), end);
        if (content(c, left) > 0 && !(left.size() < 3 && c.is(left.getFirst(), Cue.PRONOUN))) {
            return left;
        }
        List<Integer> right = trimmed(c, c.last() + 1, clauseEnd(c, c.last() + 1));
        return content(c, right) > 0 ? right : left;
    }

    private static boolean isWeekday(Clause c, int i) {
        return c.text(i).endsWith("day") && c.capital(i);
    }

    /** Words at the end of a clause that only lead to the date: "is expected to take place on". */
    private static boolean trailing(Cue cue) {
        return switch (cue) {
            case WILL,
                    PLAN,
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
                    NOUNLESS,
                    TO,
                    SOON,
                    THROUGH,
                    DURING,
                    MAY,
                    MUST -> true;
            default -> false;
        };
    }

    /** Where the clause that ends here begins: behind a reporting verb, a relative pronoun, or a comma once a verb is met. */
    private static int clauseStart(Clause c, int end) {
        int start = end;
        while (start > c.from()) {
            Cue cue = c.cue(start - 1);
            char before = c.before(start);
            boolean far = end - start >= 2;
            if (before == ';' || before == ':' || cue == Cue.SAY || (far && before == ',' && start < end - 3)) {
                break;
            }
            if (far && cue == Cue.CLAUSE && !relativeInside(c, start - 1) && !lacksSubject(c, start)) {
                break;
            }
            start--;
        }
        return start;
    }

    /** "but was put off", "which expires": the subject stands before. */
    private static boolean lacksSubject(Clause c, int start) {
        return switch (c.cue(start)) {
            case BE, WILL, MUST, MAY, EXPIRE, DUE, PLAN, PAST, DELAY -> true;
            default -> false;
        };
    }

    /** "whether" inside what is decided: "decision on whether to extend". */
    private static boolean relativeInside(Clause c, int i) {
        return c.reads(i, "whether");
    }

    private static int clauseEnd(Clause c, int start) {
        int end = start;
        while (end < c.to()) {
            char before = c.before(end + 1);
            boolean far = end - start >= 4;
            if (before == ';'
                    || before == ':'
                    || (far && (before == ',' || c.is(end + 1, Cue.CLAUSE)))
                    || end - start > 16) {
                break;
            }
            end++;
        }
        return Math.min(end, c.to());
    }

    private static int phraseEnd(Clause c, int noun) {
        int end = noun;
        while (end < c.to() && end < noun + 7) {
            Cue cue = c.cue(end + 1);
            boolean goesOn =
                    switch (cue) {
                        case NONE, OF, ON, IN, THE, AND, FOR, EVENT, TO ->
                            c.before(end + 1) == 0 || c.before(end + 1) == '-';
                        default -> false;
                    };
            if (!goesOn || (cue == Cue.NONE && c.endsInEd(end + 1))) {
                break;
            }
            end++;
        }
        while (end > noun && trailing(c.cue(end))) {
            end--;
        }
        return end;
    }

    /** The words from one index to another without articles, auxiliaries and the words of planning; at most ten. */
    private static List<Integer> trimmed(Clause c, int from, int to) {
        List<Integer> kept = new ArrayList<>();
        for (int i = from; i <= to && i <= c.to(); i++) {
            if ((i >= c.first() && i <= c.last()) || i < c.from()) {
                continue;
            }
            boolean skipped =
                    switch (c.cue(i)) {
                        case THE -> true;
                        case WILL, PLAN, DUE -> true;
                        case BE -> !c.is(i - 1, Cue.MUST);
                        case TO ->
                            c.is(i - 1, Cue.PLAN) || c.is(i - 1, Cue.BE) || c.is(i - 1, Cue.DUE) || kept.isEmpty();
                        case CLAUSE -> kept.isEmpty() || !relativeInside(c, i);
                        case ON, IN, AT, FOR, BY, AND, OR, OF, SOON -> kept.isEmpty();
                        case NONE -> isWeekday(c, i);
                        default -> false;
                    };
            if (!skipped) {
                kept.add(i);
            }
        }
        return shortened(c, kept);
    }

    /** Of a long clause the last words, where the act is, led by the first ones, where the subject is. */
    private static List<Integer> shortened(Clause c, List<Integer> kept) {
        List<Integer> words = kept;
        int gerunds = gerunds(c, kept);
        if (kept.size() - 2 * gerunds > MOST_WORDS) {
            words = new ArrayList<>(kept.subList(0, MOST_WORDS + 2 * gerunds));
        }
        int size = words.size();
        while (size > 1 && (trailing(c.cue(words.get(size - 1))) || c.is(words.get(size - 1), Cue.CLAUSE))) {
            size--;
        }
        return words.subList(0, size);
    }

    private static int gerunds(Clause c, List<Integer> words) {
        int count = 0;
        for (int k = 0; k + 2 < words.size(); k++) {
            if (isWhetherTo(c, words, k)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isWhetherTo(Clause c, List<Integer> words, int k) {
        return k + 2 < words.size() && c.reads(words.get(k), "whether") && c.is(words.get(k + 1), Cue.TO) && k > 0;
    }

    /** The words as one line; "on whether to extend" is told as "on extending". */
    static String line(Clause c, List<Integer> words) {
        Tokens t = c.tokens();
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < words.size(); k++) {
            String word = t.text(words.get(k));
            if (isWhetherTo(c, words, k)) {
                word = gerund(t.text(words.get(k + 2)));
                k += 2;
            }
            boolean hyphen =
                    k > 0 && !line.isEmpty() && t.before(words.get(k)) == '-' && words.get(k) == words.get(k - 1) + 1;
            if (!line.isEmpty()) {
                line.append(hyphen ? '-' : ' ');
            }
            line.append(word);
            if (t.end(words.get(k)) + 1 < t.source().length() && possessive(t, words.get(k)) && k + 1 < words.size()) {
                line.append("'s");
            }
        }
        return line.toString();
    }

    private static boolean possessive(Tokens t, int i) {
        char mark = t.source().charAt(t.end(i));
        return (mark == '\'' || mark == '’') && (t.source().charAt(t.end(i) + 1) | 0x20) == 's';
    }

    private static String gerund(String verb) {
        String base = verb.toLowerCase(Locale.ROOT);
        int n = base.length();
        if (base.endsWith("ie")) {
            return base.substring(0, n - 2) + "ying";
        }
        boolean dropsE =
                n > 2 && base.endsWith("e") && !base.endsWith("ee") && !base.endsWith("ye") && !base.endsWith("oe");
        return (dropsE ? base.substring(0, n - 1) : base) + "ing";
    }

    private static int content(Clause c, List<Integer> words) {
        int count = 0;
        for (int i : words) {
            Cue cue = c.cue(i);
            if (cue == Cue.NONE
                    || cue == Cue.EVENT
                    || cue == Cue.DEADLINE
                    || cue == Cue.EXPIRE
                    || cue == Cue.BOND
                    || cue == Cue.QUANTITY) {
                count++;
            }
        }
        return count;
    }
}

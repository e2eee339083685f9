package io.dyadwire.processor.date;

import java.util.Set;

/** Whether the words around a date speak of what was or of what will be. */
enum Tense {
    PAST,
    COMING,
    UNKNOWN;

    private static final int REACH = 25;
    private static final int MOVED_REACH = 8;
    /** So many words at most name who says so, at the end of a sentence. */
    private static final int SPEAKER = 5;
    /** So many words before a date are a clause that it can belong to. */
    private static final int CLAUSE = 3;

    private static final Set<String> MOVED = Set.of(
            "adjourned",
            "deferred",
            "delayed",
            "extended",
            "moved",
            "postponed",
            "prolonged",
            "rescheduled",
            "shifted");

    /**
     * The nearest sign before the words decides, else the nearest after them: a past form ("met", "said"), or a sign of
     * what is to come ("will", "to meet", "scheduled", "by").
     */
    static Tense around(Words words, int first, int last) {
        if ((words.is(first - 1, Sort.OF) && words.reads(first - 2, "ahead")) || movedTo(words, first)) {
            return COMING;
        }
        if (words.is(first - 1, Sort.BY) || words.is(first - 1, Sort.UNTIL) || words.is(first - 1, Sort.WITHIN)) {
            return limited(words, first);
        }
        return besides(words, first, last);
    }

    /** As {@link #around}, whatever word leads to the date. */
    static Tense besides(Words words, int first, int last) {
        Tense before = signs(words, first - 1, -1, first);
        return before == UNKNOWN ? signs(words, last + 1, 1, last) : before;
    }

    /** "was brought forward to … from", "put the vote off until": what was moved is still to come. */
    private static boolean movedTo(Words words, int first) {
        if (!words.is(first - 1, Sort.TO) && !words.is(first - 1, Sort.UNTIL) && !words.is(first - 1, Sort.FROM)) {
            return false;
        }
        for (int i = first - 2; i > first - MOVED_REACH && words.together(i, first); i--) {
            boolean apart = words.before(i + 1) == ',' || words.before(i + 1) == ';';
            boolean moved = words.endsInEd(i) ? MOVED.contains(words.text(i)) : isPhrase(words, i);
            if (apart || moved) {
                return moved;
            }
        }
        return false;
    }

    private static boolean isPhrase(Words words, int i) {
        boolean away = words.reads(i, "off") || words.reads(i, "back") || words.reads(i, "forward");
        for (int k = i - 1; away && k > i - MOVED_REACH && words.together(k, i); k--) {
            boolean moves = words.reads(k, "put") || words.reads(k, "brought") || words.reads(k, "pushed");
            if (moves || words.reads(k, "moved") || words.reads(k, "set")) {
                return true;
            }
        }
        return false;
    }

    /** "by" and "until" look ahead, unless something was so until then. */
    private static Tense limited(Words words, int first) {
        boolean past = signs(words, first - 2, -1, first) == PAST;
        if (past && happened(words, first)) {
            return PAST;
        }
        if (past && words.is(first - 1, Sort.UNTIL)) {
            for (int i = first - 2; i > first - 20 && words.together(i, first); i--) {
                if (words.reads(i, "was") || words.reads(i, "were")) {
                    return PAST;
                }
            }
        }
        return past && words.is(first - 1, Sort.BY) ? UNKNOWN : COMING;
    }

    /** "fell by Tuesday", "met until Friday"; "gave them until Friday" and "demanded by Friday" look ahead. */
    private static boolean happened(Words words, int first) {
        for (int i = first - 2; i > first - REACH && words.together(i, first); i--) {
            if (words.is(i, Sort.PAST)) {
                return !words.reads(i, "gave")
                        && !words.reads(i, "set")
                        && !words.reads(i, "put")
                        && !auxiliary(words, i);
            }
            if (words.is(i, Sort.NONE) && words.endsInEd(i) && !words.capital(i)) {
                return false;
            }
        }
        return false;
    }

    private static boolean auxiliary(Words words, int i) {
        return words.reads(i, "was") || words.reads(i, "were") || words.reads(i, "had") || words.reads(i, "said");
    }

    private static Tense signs(Words words, int from, int step, int origin) {
        for (int i = from, n = 0; n < REACH && words.together(i, origin); i += step, n++) {
            switch (words.sort(i)) {
                case WILL, MODAL, NEXT, NOW -> {
                    return COMING;
                }
                case PLAN -> {
                    if (!because(words, i)) {
                        return COMING;
                    }
                }
                case PAST -> {
                    if (step > 0 && attributed(words, i, origin)) {
                        return UNKNOWN;
                    }
                    return willBe(words, i) || (step < 0 && toComeAfter(words, i, origin)) ? COMING : PAST;
                }
                case PRESENT -> {
                    if (step < 0 && words.length(i) <= 3) {
                        return UNKNOWN;
                    }
                }
                case SAME -> {
                    if (step < 0 && saidThat(words, i)) {
                        return UNKNOWN;
                    }
                }
                case TO -> {
                    if (infinitive(words, i)) {
                        return COMING;
                    }
                }
                case MONTH -> {
                    if (words.value(i) == 5 && !words.capital(i)) {
                        return COMING;
                    }
                }
                case NONE -> {
                    if (words.endsInEd(i) && !words.capital(i) && !adjective(words, i)) {
                        return willBe(words, i) ? COMING : PAST;
                    }
                }
                default -> {}
            }
        }
        return UNKNOWN;
    }

    /** "The truce ends Friday, the army said.": the date is not that of the saying, which ends the sentence. */
    private static boolean attributed(Words words, int i, int last) {
        boolean ends = words.reads(i, "said") && !words.together(i, i + SPEAKER) && words.before(last + 1) == ',';
        return ends && words.together(last - CLAUSE, last);
    }

    /** "said that talks open Friday": what was said has a tense of its own. */
    private static boolean saidThat(Words words, int i) {
        for (int k = i - 1; k >= i - 3 && words.together(k, i) && words.reads(i, "that"); k--) {
            if (words.reads(k, "said") || words.reads(k, "announced") || words.reads(k, "told")) {
                return true;
            }
        }
        return false;
    }

    /** "due to the weather" gives a reason; "is due to end" a plan. */
    private static boolean because(Words words, int i) {
        return words.is(i + 1, Sort.TO)
                && words.reads(i, "due")
                && !words.is(i - 1, Sort.PRESENT)
                && !words.is(i - 1, Sort.PAST);
    }

    /** "will be held", "should be completed", "to be held", "would still be held". */
    private static boolean willBe(Words words, int i) {
        for (int k = i - 1; k >= i - 4 && words.together(k, i); k--) {
            switch (words.sort(k)) {
                case WILL, MODAL, TO -> {
                    return true;
                }
                case PRESENT, NONE -> {}
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** "the reduced dividend", "an extended stay". */
    private static boolean adjective(Words words, int i) {
        int k = adverb(words, i - 1) ? i - 2 : i - 1;
        return words.is(k, Sort.THE) || words.is(k, Sort.A) || words.is(k, Sort.DETERMINER);
    }

    /** "a still unspecified date", "the newly elected". */
    private static boolean adverb(Words words, int i) {
        return words.reads(i, "still") || words.reads(i, "yet") || words.endsInLy(i);
    }

    /** "was to", "was due": a past form that a sign of the future follows before the date. */
    private static boolean toComeAfter(Words words, int i, int origin) {
        return i + 1 < origin && (words.is(i + 1, Sort.PLAN) || (words.is(i + 1, Sort.TO) && infinitive(words, i + 1)));
    }

    /** "to meet", not "to Seoul", "to the", "to 15". */
    private static boolean infinitive(Words words, int i) {
        Sort next = words.sort(i + 1);
        return words.inside(i + 1)
                && words.follows(i + 1)
                && !words.capital(i + 1)
                && (next == Sort.NONE || next == Sort.PRESENT || next == Sort.PLAN || next == Sort.PAST);
    }
}

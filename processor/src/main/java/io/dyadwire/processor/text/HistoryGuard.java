package io.dyadwire.processor.text;

import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.phrase.PhraseIndex;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;

/**
 * Tells the sentences that speak of the past only, so that a mention as history is not a report: "in 1965", "from 1967 to
 * 1995", "three decades ago", "on the anniversary of". A sentence that also speaks of now is not one of them.
 */
public final class HistoryGuard {
    private static final int PAST = 0;
    private static final int NOW = 1;
    private static final int YEAR_BEFORE = 2;

    /** What makes a sentence history; few words, so that most sentences are done with. */
    private final PhraseIndex past;

    private final PhraseIndex now;

    /** Files its cues in the vocabulary. */
    public HistoryGuard(Vocabulary vocabulary) {
        var pasts = PhraseIndex.builder(vocabulary);
        var nows = PhraseIndex.builder(vocabulary);
        for (String line : DataFile.lines(HistoryGuard.class, "history.txt")) {
            int colon = line.indexOf(':');
            int id =
                    switch (line.substring(0, colon)) {
                        case "past" -> PAST;
                        case "now" -> NOW;
                        case "year-after" -> YEAR_BEFORE;
                        default -> throw new IllegalArgumentException("history: '" + line + "' is no list of ours");
                    };
            for (String phrase : line.substring(colon + 1).split("\\|", -1)) {
                (id == NOW ? nows : pasts).add(id, phrase.strip(), Match.EXACT);
            }
        }
        past = pasts.build();
        now = nows.build();
    }

    /** Whether the sentence speaks of nothing later than two years before {@code year}. */
    public boolean isHistory(Tokens tokens, int sentence, int year) {
        boolean[] seen = new boolean[2];
        int first = tokens.firstTokenOf(sentence);
        int last = tokens.lastTokenOf(sentence);
        past.find(tokens, first, last, (id, from, to) -> {
            if (id == PAST) {
                seen[PAST] = true;
            } else if (to + 1 <= last) {
                int named = yearAt(tokens, to + 1);
                seen[PAST] |= named > 0 && named < year - 1;
                seen[NOW] |= named >= year - 1;
            }
        });
        if (seen[PAST] && !seen[NOW]) {
            now.find(tokens, first, last, (id, from, to) -> seen[NOW] = true);
        }
        return seen[PAST] && !seen[NOW];
    }

    /** A year from 1500 to 2199 written in four digits, else 0. */
    private static int yearAt(Tokens tokens, int i) {
        if (!tokens.number(i) || tokens.end(i) - tokens.start(i) != 4) {
            return 0;
        }
        int year = 0;
        for (int c = tokens.start(i); c < tokens.end(i); c++) {
            int digit = Character.digit(tokens.source().charAt(c), 10);
            if (digit < 0) {
                return 0;
            }
            year = year * 10 + digit;
        }
        return year >= 1500 && year < 2200 ? year : 0;
    }
}

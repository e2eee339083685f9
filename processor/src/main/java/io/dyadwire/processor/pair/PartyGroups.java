package io.dyadwire.processor.pair;

import io.dyadwire.matcher.text.Tokens;
import java.util.List;

/** The countries of a sentence that stand together as a list: "Japan, China and Brazil", "Japan-China". */
final class PartyGroups {
    private static final int LIST_GAP = 3;
    private static final int NEXT_CLAUSE = 3;
    private static final int DESCRIPTION = 14;

    private final PairWords lists;
    private final SentenceWords words;
    private final Tokens tokens;
    private final List<Party> parties;
    private final int[] first;
    private final int[] last;
    private final boolean[] apposed;

    PartyGroups(PairWords lists, SentenceWords words, Tokens tokens, List<Party> parties) {
        this.lists = lists;
        this.words = words;
        this.tokens = tokens;
        this.parties = parties;
        first = new int[parties.size()];
        last = new int[parties.size()];
        for (int i = 1; i < parties.size(); i++) {
            first[i] = isListGap(parties.get(i - 1), parties.get(i)) ? first[i - 1] : i;
        }
        apposed = new boolean[parties.size()];
        for (int i = 1; i < parties.size(); i++) {
            apposed[i] = first[i] == i && isApposed(parties.get(i - 1), parties.get(i));
        }
        for (int i = parties.size() - 1; i >= 0; i--) {
            last[i] = i + 1 < parties.size() && first[i + 1] == first[i] ? last[i + 1] : i;
        }
    }

    int first(int party) {
        return first[party];
    }

    int last(int party) {
        return last[party];
    }

    boolean together(int i, int j) {
        return first[i] == first[j];
    }

    /** Whether nobody else is named between the list of {@code i} and that of {@code j}. */
    boolean adjacent(int i, int j) {
        for (int k = last[i] + 1; k < first[j]; k++) {
            int country = parties.get(k).country();
            if (!apposed[k]
                    && country != parties.get(i).country()
                    && country != parties.get(j).country()) {
                return false;
            }
        }
        return true;
    }

    /** Named only to describe the one before it: "Pakistan, a key U.S. ally, refused". */
    boolean isApposed(int i) {
        return apposed[i];
    }

    /** The last party of another country before the list that holds {@code i}, -1 if there is none. */
    int otherBefore(int i, int country) {
        int k = first[i] - 1;
        while (k >= 0
                && (apposed[k]
                        || parties.get(k).country() == country
                        || inList(parties.get(k).country(), i))) {
            k--;
        }
        return k;
    }

    boolean isHyphen(int i, int j) {
        int next = parties.get(j).first();
        char mark = tokens.before(next);
        return j == i + 1
                && next == parties.get(i).last() + 1
                && (mark == '-' || mark == '\u2013' || mark == '/' || mark == '\u2014');
    }

    /** Whether a country outside the list that holds {@code i} acts on the list or is acted on by it. */
    boolean hasThird(int i) {
        for (int k = 0; k < parties.size(); k++) {
            boolean before = k < first[i];
            boolean outside = (before || k > last[i]) && !inList(parties.get(k).country(), i);
            if (outside
                    && words.within(
                            before
                                    ? parties.get(k).last()
                                    : parties.get(last[i]).last(),
                            before
                                    ? parties.get(first[i]).first()
                                    : parties.get(k).first(),
                            lists.act)) {
                return true;
            }
        }
        return false;
    }

    /** A comma or semicolon within the next words. */
    boolean clauseEnds(int i) {
        for (int k = i; k < Math.min(tokens.count(), i + NEXT_CLAUSE); k++) {
            if (tokens.before(k) == ',' || tokens.before(k) == ';') {
                return true;
            }
        }
        return false;
    }

    private boolean isApposed(Party described, Party party) {
        int i = described.last() + 1;
        boolean opens = i < party.first() && tokens.before(i) == ',' && words.at(i, lists.describes);
        return opens && !comma(i + 1, party.first()) && comma(party.last() + 1, party.last() + DESCRIPTION);
    }

    private boolean comma(int from, int to) {
        for (int i = from; i <= to && i < tokens.count() && !tokens.sentenceStart(i); i++) {
            if (tokens.before(i) == ',') {
                return true;
            }
        }
        return false;
    }

    private boolean inList(int country, int i) {
        for (int k = first[i]; k <= last[i]; k++) {
            if (parties.get(k).country() == country) {
                return true;
            }
        }
        return false;
    }

    private boolean isListGap(Party one, Party other) {
        int gap = other.first() - one.last() - 1;
        if (gap < 0 || gap > LIST_GAP) {
            return false;
        }
        for (int i = one.last() + 1; i < other.first(); i++) {
            if (!words.at(i, lists.list)) {
                return false;
            }
        }
        return gap > 0 || tokens.before(other.first()) != 0;
    }
}

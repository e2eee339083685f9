package io.dyadwire.processor.pair;

import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import java.util.List;

/**
 * How strongly one sentence relates two of the countries in it, 0 to 1.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>"talks between Japan and South Korea", "Japan-South Korea ties"</td><td>1</td></tr>
 * <tr><td>"Japan and South Korea signed a pact"</td><td>1: mutual</td></tr>
 * <tr><td>"Japan accused China"</td><td>an act stands between them</td></tr>
 * <tr><td>"Japan, China and Brazil raised rates"</td><td>a list: nearly nothing</td></tr>
 * </table>
 */
final class SentenceRelations {
    private static final double SURE = 1;
    private static final double ACT_BETWEEN = 0.85;
    private static final double ACT_BESIDE = 0.5;
    private static final double NO_ACT = 0.2;
    private static final double LISTED = 0.15;
    private static final double SOURCE = 0.3;
    private static final double ASIDE = 0.55;
    private static final double FAR = 0.6;
    private static final double PLACE = 0.8;
    private static final int FAR_TOKENS = 22;
    private static final int BETWEEN_TOKENS = 5;
    private static final int LIST_GAP = 3;
    private static final int SMALL_GROUP = 3;

    private final PairWords words;
    private final Tokens tokens;
    private final int from;
    private final int to;
    private final List<Party> parties;
    private final boolean mutual;
    private final boolean[] listed;

    SentenceRelations(PairWords words, Tokens tokens, int sentence, List<Party> parties) {
        this.words = words;
        this.tokens = tokens;
        this.parties = parties;
        from = tokens.firstTokenOf(sentence);
        to = tokens.lastTokenOf(sentence);
        mutual = words.within(tokens, from, to, words.mutual);
        listed = new boolean[parties.size()];
        for (int i = 0; i + 1 < parties.size(); i++) {
            listed[i] = isListGap(parties.get(i), parties.get(i + 1));
        }
    }

    /** How strongly party {@code i} and a later one {@code j} are related here. */
    double between(int i, int j) {
        var one = parties.get(i);
        var other = parties.get(j);
        double strength = isList(i, j) ? listStrength(i, j) : apartStrength(one, other);
        if (one.kind() == MentionKind.PLACE || other.kind() == MentionKind.PLACE) {
            strength *= PLACE;
        }
        return strength;
    }

    private double listStrength(int i, int j) {
        var one = parties.get(i);
        if (isHyphen(i, j) || words.within(tokens, one.first() - BETWEEN_TOKENS, one.first() - 1, words.between)) {
            return SURE;
        }
        return mutual && groupSize(i) <= SMALL_GROUP && !hasThird(i) ? SURE : LISTED;
    }

    private double apartStrength(Party one, Party other) {
        double strength = NO_ACT;
        if (words.within(tokens, one.last() + 1, other.first() - 1, words.act)) {
            strength = ACT_BETWEEN;
        } else if (words.within(tokens, from, to, words.act)) {
            strength = ACT_BESIDE;
        }
        if (isSource(other)) {
            strength *= SOURCE;
        }
        if (words.within(tokens, one.last() + 1, other.first() - 1, words.aside)) {
            strength *= ASIDE;
        }
        return other.first() - one.last() > FAR_TOKENS ? strength * FAR : strength;
    }

    /** ", a Jordanian official confirmed." at the end: who says so, not who acts. */
    private boolean isSource(Party party) {
        boolean opens = tokens.before(party.first()) == ','
                || (party.first() - 1 > from && tokens.before(party.first() - 1) == ',');
        return opens && to - party.last() < 8 && words.within(tokens, party.last() + 1, to, words.say);
    }

    private boolean isHyphen(int i, int j) {
        int next = parties.get(j).first();
        char mark = tokens.before(next);
        return j == i + 1
                && next == parties.get(i).last() + 1
                && (mark == '-' || mark == '\u2013' || mark == '/' || mark == '\u2014');
    }

    private boolean isListGap(Party one, Party other) {
        int gap = other.first() - one.last() - 1;
        if (gap < 0 || gap > LIST_GAP) {
            return false;
        }
        for (int i = one.last() + 1; i < other.first(); i++) {
            if (!words.at(tokens, i, words.list)) {
                return false;
            }
        }
        return gap > 0 || tokens.before(other.first()) != 0;
    }

    private boolean isList(int i, int j) {
        for (int k = i; k < j; k++) {
            if (!listed[k]) {
                return false;
            }
        }
        return true;
    }

    private int groupSize(int i) {
        int start = i;
        while (start > 0 && listed[start - 1]) {
            start--;
        }
        int end = i;
        while (listed[end]) {
            end++;
        }
        return end - start + 1;
    }

    /** Whether a country outside the list that holds {@code i} stands in the same clause. */
    private boolean hasThird(int i) {
        int start = i;
        while (start > 0 && listed[start - 1]) {
            start--;
        }
        int end = i;
        while (listed[end]) {
            end++;
        }
        for (int k = 0; k < parties.size(); k++) {
            boolean outside = k < start || (k > end && !isAside(end, k));
            if (outside && !inList(parties.get(k).code(), start, end)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAside(int end, int k) {
        int last = parties.get(end).last();
        int first = parties.get(k).first();
        return first - last > FAR_TOKENS / 2 || words.within(tokens, last + 1, first - 1, words.aside);
    }

    private boolean inList(String code, int start, int end) {
        for (int k = start; k <= end; k++) {
            if (parties.get(k).code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}

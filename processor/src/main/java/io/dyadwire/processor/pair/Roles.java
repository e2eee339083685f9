package io.dyadwire.processor.pair;

import io.dyadwire.matcher.text.Tokens;
import java.util.List;

/**
 * Which of two countries in a sentence acts on the other, where the syntax is plain.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>"Japan tightened controls on South Korea", "Japan's ban on South Korean goods"</td><td>Japan</td></tr>
 * <tr><td>"South Korea was criticised by Japan", "Seoul, rebuked by Tokyo"</td><td>Japan</td></tr>
 * <tr><td>"sanctions imposed by Japan on South Korea"</td><td>Japan</td></tr>
 * <tr><td>"Japan held talks with South Korea", "Japan and South Korea traded blame"</td><td>neither</td></tr>
 * <tr><td>"A Japanese man was arrested in South Korea"</td><td>not plain</td></tr>
 * </table>
 */
final class Roles {
    private static final int NOUN_PHRASE = 3;
    private static final int AGENT_REACH = 8;
    private static final int OBJECT_REACH = 7;
    private static final int VERB_REACH = 9;

    private final PairWords lists;
    private final SentenceWords words;
    private final Tokens tokens;
    private final List<Party> parties;
    private final PartyGroups groups;

    Roles(PairWords lists, SentenceWords words, Tokens tokens, List<Party> parties, PartyGroups groups) {
        this.lists = lists;
        this.words = words;
        this.tokens = tokens;
        this.parties = parties;
        this.groups = groups;
    }

    /** The country of party {@code i} or of a later one {@code j}, whichever acts on the other; -1 when it is not plain. */
    int actor(int i, int j) {
        if (!words.has(lists.does) || !groups.adjacent(i, j) || groups.isApposed(i) || groups.isApposed(j)) {
            return -1;
        }
        int subject = parties.get(groups.first(i)).first();
        int from = parties.get(groups.last(i)).last() + 1;
        int object = parties.get(groups.first(j)).first();
        int marker = marker(object, from);
        if (marker >= 0 && words.at(marker, lists.by)) {
            return verbBefore(marker, from, AGENT_REACH) >= 0 ? parties.get(j).country() : -1;
        }
        boolean place = marker >= 0 && words.at(marker, lists.besides);
        int before = marker(subject, words.from());
        if (before >= 0) {
            boolean agent = words.at(before, lists.by)
                    && marker >= 0
                    && marker == from
                    && !place
                    && verbBefore(before, words.from(), NOUN_PHRASE) >= 0;
            return agent ? parties.get(i).country() : -1;
        }
        int verb = verbBefore(object, from, OBJECT_REACH);
        boolean plain = verb >= 0
                && verb - from < VERB_REACH
                && !place
                && (marker >= 0 || !isNoun(verb))
                && !words.within(from, object - 1, lists.by)
                && !words.at(parties.get(groups.last(j)).last() + 1, lists.land);
        return plain && !isPassive(verb, from) && !isParted(verb + 1, object)
                ? parties.get(i).country()
                : -1;
    }

    /** The preposition of the phrase that a party begins, -1 when it has none. */
    private int marker(int party, int from) {
        for (int k = party - 1; k >= Math.max(from, party - NOUN_PHRASE); k--) {
            if (words.at(k, lists.preposition)) {
                return k;
            }
            if (words.at(k, lists.does) || tokens.before(k + 1) == ',') {
                return -1;
            }
        }
        return -1;
    }

    private int verbBefore(int end, int from, int reach) {
        for (int k = end - 1; k >= Math.max(from, end - reach); k--) {
            if (words.at(k, lists.does)) {
                return k;
            }
        }
        return -1;
    }

    /** "the ban", "Japan's ban": it needs an "on" or "against" to be acted out on another. */
    private boolean isNoun(int verb) {
        return tokens.before(verb) == '\'' || words.at(verb - 1, lists.determiner);
    }

    /** "was criticised", "had been strongly criticised". */
    private boolean isPassive(int verb, int from) {
        return words.within(Math.max(from, verb - 2), verb - 1, lists.be) && !isOngoing(verb);
    }

    /** "is banning". */
    private boolean isOngoing(int verb) {
        int end = tokens.end(verb);
        return end - tokens.start(verb) > 4 && tokens.source().startsWith("ing", end - 3);
    }

    /** A comma or another mark parts the act from what follows. */
    private boolean isParted(int from, int to) {
        for (int k = from; k <= to; k++) {
            char mark = tokens.before(k);
            if (mark == ',' || mark == ';' || mark == ':') {
                return true;
            }
        }
        return false;
    }
}

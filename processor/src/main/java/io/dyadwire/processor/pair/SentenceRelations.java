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
 * <tr><td>"Japan accused China of arming Peru": Japan and Peru</td><td>a third party: half of that</td></tr>
 * <tr><td>"Japan, China and Brazil raised rates"</td><td>a list: nearly nothing</td></tr>
 * </table>
 */
final class SentenceRelations {
    private static final double SURE = 1;

    /** "The two Koreas": one name for both. */
    private static final double ONE_NAME = 0.85;

    private static final double TOGETHER = 0.9;
    private static final double ACT_BETWEEN = 0.85;
    private static final double ACT_BESIDE = 0.5;
    private static final double NO_ACT = 0.2;
    private static final double LISTED = 0.15;
    private static final double THIRD = 0.55;
    private static final double SOURCE = 0.3;
    private static final double BORDER = 0.3;
    private static final double ASIDE = 0.55;
    private static final double FAR = 0.6;
    private static final double HOST = 0.7;
    private static final double PLACE = 0.8;
    private static final double VENUE = 0.5;
    private static final int FAR_TOKENS = 22;
    private static final int BETWEEN_TOKENS = 5;
    private static final int BETWEEN_REACH = 14;
    private static final int COUNTERPART_TOKENS = 3;
    private static final int SOURCE_TOKENS = 8;
    private static final int SMALL_GROUP = 3;
    private static final int TABLE = 6;
    private static final int NEXT_VERB = 5;
    private static final int MUST_REACH = 4;

    private final PairWords lists;
    private final SentenceWords words;
    private final Tokens tokens;
    private final List<Party> parties;
    private final PartyGroups groups;
    private final Roles roles;
    private final Places places;
    private PairReason reason = PairReason.NO_ACT;
    private int actor;

    SentenceRelations(PairWords lists, SentenceWords words, Tokens tokens, List<Party> parties) {
        this.lists = lists;
        this.words = words;
        this.tokens = tokens;
        this.parties = parties;
        groups = new PartyGroups(lists, words, tokens, parties);
        roles = new Roles(lists, words, tokens, parties, groups);
        places = new Places(lists, words, tokens);
    }

    /** How strongly party {@code i} and a later one {@code j} are related here; {@link #reason} says why. */
    double between(int i, int j) {
        var one = parties.get(i);
        var other = parties.get(j);
        actor = -1;
        if (one.first() == other.first()) {
            return because(PairReason.ONE_NAME, ONE_NAME);
        }
        double strength = groups.together(i, j) ? listed(i, j) : apart(i, j);
        if (places.isVenue(one) || places.isVenue(other)) {
            return because(PairReason.PLACE, strength * VENUE);
        }
        if (one.kind() == MentionKind.PLACE || other.kind() == MentionKind.PLACE) {
            return because(PairReason.PLACE, strength * PLACE);
        }
        if (reason != PairReason.ACT && (places.isLocation(one) || places.isLocation(other))) {
            return strength * PLACE;
        }
        return strength;
    }

    /** The first of two that stand together and alone: "the two" of the next sentence; -1 if there is none. */
    int couple() {
        for (int i = 0; i + 1 < parties.size(); i++) {
            if (groups.first(i) == i
                    && groups.last(i) == i + 1
                    && parties.get(i).country() != parties.get(i + 1).country()) {
                return i;
            }
        }
        return -1;
    }

    /** Why the two asked for last are related as strongly as they are. */
    PairReason reason() {
        return reason;
    }

    /** Which of the two asked for last acts on the other, where an act relates them and the syntax is plain; else -1. */
    int actor() {
        return actor;
    }

    /** Whether both stand in one list. */
    boolean together(int i, int j) {
        return groups.together(i, j);
    }

    private double because(PairReason why, double strength) {
        reason = why;
        return strength;
    }

    private double listed(int i, int j) {
        int first = groups.first(i);
        int last = groups.last(i);
        if (groups.isHyphen(i, j)) {
            return words.at(parties.get(j).last() + 1, lists.land)
                    ? because(PairReason.BORDER, BORDER)
                    : because(PairReason.BETWEEN, SURE);
        }
        if (isBetween(first) || isCounterpart(last)) {
            return isBorderOf(first) ? because(PairReason.BORDER, BORDER) : because(PairReason.BETWEEN, SURE);
        }
        return areTogether(first, last) ? because(PairReason.TOGETHER, TOGETHER) : because(PairReason.LISTED, LISTED);
    }

    /** Whether those of a list do something together, and not each with a third. */
    private boolean areTogether(int first, int last) {
        int size = last - first + 1;
        int start = parties.get(first).first();
        boolean meet = words.has(lists.meet);
        boolean apart = !meet && (size > SMALL_GROUP || words.within(start - 2, start - 1, lists.with));
        return size <= TABLE
                && !apart
                && words.has(lists.mutual)
                && (mutualFollows(last) || (!groups.hasThird(first) && mutualBefore(first)));
    }

    private double apart(int i, int j) {
        var one = parties.get(i);
        var other = parties.get(j);
        boolean adjacent = groups.adjacent(i, j);
        if (adjacent && (isCounterpart(groups.last(j)) || isBetweenTwo(i, j))) {
            return because(PairReason.BETWEEN, SURE);
        }
        boolean plain = words.has(lists.by) || words.within(one.last() + 1, other.first() - 1, lists.does);
        actor = plain ? roles.actor(i, j) : -1;
        double strength = actor >= 0 ? because(PairReason.ACT, ACT_BETWEEN) : acted(one, other);
        if (groups.isApposed(i) || groups.isApposed(j)) {
            strength = because(PairReason.SOURCE, strength * SOURCE);
        } else if ((!adjacent && !isNextVerb(i, j)) || isObject(i, other.country())) {
            strength = because(PairReason.THIRD, strength * THIRD);
        }
        if (places.isBorder(one, other)) {
            strength = because(PairReason.BORDER, Math.min(BORDER, strength));
        }
        if (isOtherClause(one.last() + 1, other.first())) {
            strength = because(PairReason.NO_ACT, NO_ACT);
        }
        if (isSource(other) || isSource(one)) {
            strength = because(PairReason.SOURCE, strength * SOURCE);
        }
        if (isAside(one.last() + 1, other.first() - 1)) {
            strength = because(PairReason.ASIDE, strength * ASIDE);
        }
        return other.first() - one.last() > FAR_TOKENS ? strength * FAR : strength;
    }

    /** "and warned Belgium": what the first party does besides. */
    private boolean isNextVerb(int i, int j) {
        if (groups.first(i) > 0) {
            return false;
        }
        int object = parties.get(groups.first(j)).first();
        int before = parties.get(groups.first(j) - 1).last();
        for (int k = object - 1; k > Math.max(before, object - NEXT_VERB); k--) {
            if (words.at(k, lists.and) && words.at(k + 1, lists.does)) {
                return true;
            }
        }
        return false;
    }

    /** "China said Germany should": what is said is for the other. */
    private boolean isMust(Party one, Party other) {
        return words.within(one.last() + 1, other.first() - 1, lists.say)
                && words.within(other.last() + 1, other.last() + MUST_REACH, lists.must);
    }

    private double acted(Party one, Party other) {
        if (isMust(one, other)) {
            return because(PairReason.ACT, ACT_BETWEEN);
        }
        if (words.within(one.last() + 1, other.first() - 1, lists.host)) {
            return because(PairReason.HOST, HOST);
        }
        if (words.within(one.last() + 1, other.first() - 1, lists.act)) {
            return because(PairReason.ACT, ACT_BETWEEN);
        }
        return words.has(lists.act) ? because(PairReason.BESIDE_ACT, ACT_BESIDE) : because(PairReason.NO_ACT, NO_ACT);
    }

    /** "Between" stands before the group. */
    private boolean isBetween(int first) {
        int start = parties.get(first).first();
        for (int i = start - 1;
                i >= Math.max(words.from(), start - BETWEEN_TOKENS) && tokens.before(i + 1) != ',';
                i--) {
            if (words.at(i, lists.between)) {
                return true;
            }
        }
        return false;
    }

    /** "between the leaders of Kenya and a group from Somalia". */
    private boolean isBetweenTwo(int i, int j) {
        int start = parties.get(i).last() + 1;
        int end = parties.get(j).first() - 1;
        return end - start < BETWEEN_REACH && isBetween(i) && words.within(start, end, lists.and);
    }

    /** "and his Greek and Cypriot counterparts". */
    private boolean isCounterpart(int last) {
        int end = parties.get(last).last();
        return words.within(end + 1, end + COUNTERPART_TOKENS, lists.counterpart);
    }

    /** What two do together is said right after the list, before anybody else is named and before they act on others. */
    private boolean mutualFollows(int last) {
        int end = last + 1 < parties.size() ? parties.get(last + 1).first() - 1 : words.to();
        for (int i = parties.get(last).last() + 1; i <= end; i++) {
            if (words.at(i, lists.mutual)) {
                return true;
            }
            if (words.at(i, lists.does) && words.at(i, lists.reaction)) {
                return false;
            }
        }
        return false;
    }

    /** "talks among Japan, China", not "in the deal, Japanese and Chinese plants". */
    private boolean mutualBefore(int first) {
        for (int i = parties.get(first).first(); i > words.from(); i--) {
            if (tokens.before(i) == ',' || words.at(i - 1, lists.does)) {
                return false;
            }
            if (words.at(i - 1, lists.mutual)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody named before acts on this party in the same clause: what follows it is about a third. */
    private boolean isObject(int i, int other) {
        int before = groups.otherBefore(i, other);
        if (before < 0) {
            return false;
        }
        int start = parties.get(before).last() + 1;
        int end = parties.get(groups.first(i)).first() - 1;
        return words.within(start, end, lists.act)
                && !groups.clauseEnds(parties.get(groups.last(i)).last() + 1);
    }

    /** "the border between": a place. */
    private boolean isBorderOf(int first) {
        int start = parties.get(first).first();
        return words.within(start - BETWEEN_TOKENS, start - 1, lists.land);
    }

    /** A clause that is not what is reported opens between the two, and no comma and act lead back out of it. */
    private boolean isAside(int start, int end) {
        for (int i = end; i >= start; i--) {
            if (words.at(i, lists.aside) && !opensTime(i, end)) {
                return true;
            }
            if (tokens.before(i) == ',' && words.within(i, end, lists.act)) {
                return false;
            }
        }
        return false;
    }

    /** A semicolon parts the two. */
    private boolean isOtherClause(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (tokens.before(i) == ';') {
                return true;
            }
        }
        return false;
    }

    /** "after four years", "following 12 talks": not a clause. */
    private boolean opensTime(int i, int end) {
        return i < end && (tokens.number(i + 1) || words.at(i + 2, lists.time));
    }

    /** ", a Jordanian official confirmed." at the end, or "according to Jordan": who says so, not who acts. */
    private boolean isSource(Party party) {
        for (int i = party.first() - 1; i >= Math.max(words.from(), party.first() - 3); i--) {
            if (words.at(i, lists.according)) {
                return true;
            }
        }
        return opensClause(party.first())
                && words.to() - party.last() < SOURCE_TOKENS
                && words.within(party.last() + 1, words.to(), lists.say);
    }

    private boolean opensClause(int i) {
        for (int back = 0; back <= 4 && i - back > words.from(); back++) {
            if (tokens.before(i - back) == ',') {
                return true;
            }
        }
        return false;
    }
}

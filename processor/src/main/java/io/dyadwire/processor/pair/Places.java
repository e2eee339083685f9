package io.dyadwire.processor.pair;

import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;

/** Where in a sentence a country is named as a place, not as one who acts. */
final class Places {
    private static final int PHRASE = 4;
    private static final int NEAR = 4;

    private final PairWords lists;
    private final SentenceWords words;
    private final Tokens tokens;

    Places(PairWords lists, SentenceWords words, Tokens tokens) {
        this.lists = lists;
        this.words = words;
        this.tokens = tokens;
    }

    /** "Cairo summit": nobody of Cairo need be there. */
    boolean isVenue(Party party) {
        return party.kind() == MentionKind.CAPITAL && words.at(party.last() + 1, lists.venue);
    }

    /** "in Iraq", "in Auckland, New Zealand". */
    boolean isLocation(Party party) {
        return switch (party.kind()) {
            case ADJECTIVE, DEMONYM, LEADER -> false;
            case NAME, OFFICIAL, HISTORIC, TERRITORY, CAPITAL, SEAT, PLACE -> followsIn(party.first());
        };
    }

    private boolean followsIn(int first) {
        for (int i = first - 1; i >= Math.max(words.from(), first - PHRASE); i--) {
            if (words.at(i, lists.in)) {
                return true;
            }
            if (!tokens.capital(i)) {
                return false;
            }
        }
        return false;
    }

    /** "near the Thai border", "Tajikistan's border with Uzbekistan". */
    boolean isBorder(Party one, Party other) {
        int next = one.last() + 1;
        return words.at(other.last() + 1, lists.land) || (words.at(next, lists.land) && other.first() - next < NEAR);
    }
}

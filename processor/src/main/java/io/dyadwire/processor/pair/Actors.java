package io.dyadwire.processor.pair;

import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import java.util.List;

/** Tells the countries of a sentence that do something in answer to another, from those that are only named in it. */
final class Actors {
    private static final int BEGINNING = 2;
    private static final int ACT_REACH = 5;
    private static final int AGENT_PHRASE = 3;
    private static final int DESCRIPTION = 16;

    private final PairWords words;
    private final Tokens tokens;

    Actors(PairWords words, Tokens tokens) {
        this.words = words;
        this.tokens = tokens;
    }

    /** Whether the party begins a clause and does what is done in answer to another: "Sweden, whose ship it is, protested". */
    boolean isActor(Party party) {
        int first = party.first();
        boolean begins = first <= tokens.firstTokenOf(tokens.sentenceOf(first)) + 1
                || tokens.before(first) == ','
                || words.at(tokens, first - 1, words.and);
        return begins
                && party.kind() != MentionKind.PLACE
                && !words.at(tokens, party.last() + 1, words.voice)
                && answersAfter(verbFrom(party.last() + 1), ACT_REACH);
    }

    /** The same of the first of two, "Italy and France protested". */
    boolean isActor(int i, List<Party> parties) {
        if (isActor(parties.get(i))) {
            return true;
        }
        if (i > 0 || parties.size() == 1 || !begins(parties.get(i))) {
            return false;
        }
        int and = parties.get(i).last() + 1;
        var next = parties.get(i + 1);
        return next.first() == and + 1 && words.at(tokens, and, words.and) && isActor(next);
    }

    /** Whether the sentence begins with the party. */
    boolean begins(Party party) {
        return party.first() <= tokens.firstTokenOf(tokens.sentenceOf(party.first())) + BEGINNING;
    }

    /** "rebels backed by Iran". */
    boolean isAgent(Party party) {
        for (int k = party.first() - 1; k >= Math.max(1, party.first() - AGENT_PHRASE); k--) {
            if (words.at(tokens, k, words.by)) {
                return words.at(tokens, k - 1, words.does) && !words.at(tokens, k - 1, words.determiner);
            }
        }
        return false;
    }

    /** Whether one of the next words is what is done in answer to another. */
    boolean answersAfter(int from, int reach) {
        for (int i = from; i < from + reach; i++) {
            if (words.at(tokens, i, words.reaction)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an act stands between two tokens. */
    boolean acts(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (words.at(tokens, i, words.act)) {
                return true;
            }
        }
        return false;
    }

    /** After what describes a party that ends before {@code i}. */
    private int verbFrom(int i) {
        boolean described = i < tokens.count()
                && tokens.before(i) == ','
                && (words.at(tokens, i, words.describes) || words.at(tokens, i + 1, words.describes));
        for (int k = i + 1; described && k < tokens.count() && k < i + DESCRIPTION && !tokens.sentenceStart(k); k++) {
            if (tokens.before(k) == ',') {
                return k;
            }
        }
        return i;
    }
}

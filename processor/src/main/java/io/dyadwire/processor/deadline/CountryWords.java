package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.matcher.text.Tokens;
import java.util.BitSet;
import java.util.List;

/** The words that only name a country of a pair: the pair says as much, whatever the country is called. */
final class CountryWords {
    private CountryWords() {}

    /** The tokens of these words. A place inside a country and a leader say more than the country, and are not among them. */
    static BitSet of(List<Pair> pairs, List<CountryTag> countries, Field field, Tokens tokens) {
        BitSet words = new BitSet(0);
        if (pairs.isEmpty()) {
            return words;
        }
        for (CountryTag country : countries) {
            if (isIn(pairs, country.code())) {
                for (Mention mention : country.mentions()) {
                    if (mention.field() == field && isCountry(mention)) {
                        int first = Clauses.tokenAt(tokens, mention.start());
                        int last = Clauses.lastAt(tokens, first, mention.end() - 1);
                        words.set(Math.max(0, first), Math.max(0, last) + 1);
                    }
                }
            }
        }
        return words;
    }

    private static boolean isIn(List<Pair> pairs, String country) {
        for (Pair pair : pairs) {
            if (pair.has(country)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCountry(Mention mention) {
        return switch (mention.kind()) {
            case NAME, OFFICIAL, DEMONYM, ADJECTIVE, HISTORIC, CAPITAL, SEAT -> true;
            case TERRITORY, LEADER, PLACE -> false;
        };
    }
}

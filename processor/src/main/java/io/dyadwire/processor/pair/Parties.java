package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The mentions of countries in one field as parties to what is reported, in reading order. */
final class Parties {
    private Parties() {}

    /** Those of the countries wanted. A land of several ("the Korean Peninsula") stands for none of them. */
    static List<Party> in(Field field, Tokens tokens, List<CountryTag> countries, Predicate<CountryTag> wanted) {
        record Named(String code, Mention mention) {}
        List<Named> named = new ArrayList<>();
        for (var country : countries) {
            for (var mention : country.mentions()) {
                if (mention.field() == field && wanted.test(country) && !isSharedLand(mention, country, countries)) {
                    named.add(new Named(country.code(), mention));
                }
            }
        }
        named.sort(Comparator.comparingInt(n -> n.mention().start()));
        List<Party> parties = new ArrayList<>(named.size());
        int token = 0;
        for (var name : named) {
            while (token + 1 < tokens.count()
                    && tokens.end(token) <= name.mention().start()) {
                token++;
            }
            int last = token;
            while (last + 1 < tokens.count()
                    && tokens.start(last + 1) < name.mention().end()) {
                last++;
            }
            parties.add(new Party(name.code(), name.mention().kind(), token, last));
        }
        return parties;
    }

    private static boolean isSharedLand(Mention mention, CountryTag country, List<CountryTag> countries) {
        if (mention.kind() != MentionKind.TERRITORY) {
            return false;
        }
        return countries.stream().filter(other -> !other.equals(country)).anyMatch(other -> other.mentions()
                .contains(mention));
    }
}

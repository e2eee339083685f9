package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mentions of countries in one field as parties to what is reported, in reading order. */
final class Parties {
    private Parties() {}

    /** Also those that the article only mentions. A land of several ("the Korean Peninsula") stands for none of them. */
    static List<Party> in(Field field, Tokens tokens, List<CountryTag> countries) {
        record Named(int country, Mention mention) {}
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < countries.size(); i++) {
            for (var mention : countries.get(i).mentions()) {
                if (mention.field() == field && !isSharedLand(mention, countries.get(i), countries)) {
                    named.add(new Named(i, mention));
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
            boolean about = countries.get(name.country()).role() == Role.ABOUT;
            parties.add(new Party(name.country(), name.mention().kind(), token, last, about));
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

package io.dyadwire.processor.country;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.reason.Reasons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out names that the words beside them show to be a person's: "Michael Jordan", "Chad Smith, 34, said", and a
 * surname that somebody else than the leader has: "Mayor Chuck Blair". Once a person, a name stays one in that field.
 */
final class Persons {
    private final ContextWords words;

    Persons(ContextWords words) {
        this.words = words;
    }

    List<Sighting> leaveOut(Tokens tokens, List<Sighting> found, Reasons reasons) {
        Set<String> persons = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            if (isPerson(tokens, found, i)) {
                persons.add(tokens.text(found.get(i).first()));
            }
        }
        if (persons.isEmpty()) {
            return found;
        }
        List<Sighting> kept = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            var here = found.get(i);
            boolean person = canBePerson(here)
                    && persons.contains(tokens.text(here.first()))
                    && (isPerson(tokens, found, i) || !words.at(tokens, here.first() - 1, words.placeBefore));
            if (person) {
                here.drop(reasons, tokens, "a person's name");
            } else {
                kept.add(here);
            }
        }
        return kept;
    }

    private static boolean canBePerson(Sighting sighting) {
        return sighting.has(NameFlag.PERSON) || isBareSurname(sighting);
    }

    private static boolean isBareSurname(Sighting sighting) {
        return sighting.kind() == MentionKind.LEADER && !sighting.full() && sighting.first() == sighting.last();
    }

    private boolean isPerson(Tokens tokens, List<Sighting> found, int i) {
        var here = found.get(i);
        if (isBareSurname(here)) {
            return hasOtherFirstName(tokens, found, i);
        }
        return here.has(NameFlag.PERSON) && (hasFirstName(tokens, here.first()) || isFirstName(tokens, found, i));
    }

    private boolean hasFirstName(Tokens tokens, int first) {
        return ContextWords.joined(tokens, first)
                && tokens.capital(first - 1)
                && !ContextWords.shouts(tokens, first)
                && words.at(tokens, first - 1, words.firstName);
    }

    /** "Mayor Chuck Blair": a capitalised word before that is no title, no country and does not open the sentence. */
    private boolean hasOtherFirstName(Tokens tokens, List<Sighting> found, int i) {
        int first = found.get(i).first();
        boolean named = ContextWords.joined(tokens, first)
                && tokens.capital(first - 1)
                && !ContextWords.shouts(tokens, first)
                && !words.at(tokens, first - 1, words.title)
                && (i == 0 || found.get(i - 1).last() != first - 1);
        return named && (!tokens.sentenceStart(first - 1) || words.at(tokens, first - 1, words.firstName));
    }

    /** "Chad Smith, 34, said": one capitalised word follows, and then a comma, lower case or the end. */
    private boolean isFirstName(Tokens tokens, List<Sighting> found, int i) {
        var here = found.get(i);
        int next = here.last() + 1;
        boolean nameLike = here.field() == Field.TEXT
                && here.kind() == MentionKind.NAME
                && ContextWords.joined(tokens, next)
                && tokens.end(here.last()) + 1 == tokens.start(next)
                && tokens.capital(next)
                && !tokens.allCaps(next)
                && !words.at(tokens, next, words.title)
                && (i + 1 >= found.size() || found.get(i + 1).first() != next);
        return nameLike && surnameEnds(tokens, next + 1);
    }

    private boolean surnameEnds(Tokens tokens, int i) {
        return i >= tokens.count() || tokens.before(i) == ',' || (!tokens.capital(i) && !words.at(tokens, i, words.of));
    }
}

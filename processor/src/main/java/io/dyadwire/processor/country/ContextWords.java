package io.dyadwire.processor.country;

import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.DataFile;
import io.dyadwire.processor.text.WordLists;

/** The words around a name that decide what it calls; the lists are in {@code words.txt}. */
final class ContextWords {
    final int title;
    final int office;
    final int particle;
    final int of;
    final int placeBefore;
    final int usBefore;
    final int firstName;
    final int personNoun;
    private final WordLists lists;

    ContextWords(Vocabulary vocabulary) {
        lists = new WordLists(vocabulary, Match.EXACT, DataFile.lines(ContextWords.class, "words.txt"));
        title = lists.list("title");
        office = lists.list("office");
        particle = lists.list("particle");
        of = lists.list("of");
        placeBefore = lists.list("place-before");
        usBefore = lists.list("us-before");
        firstName = lists.list("first-name");
        personNoun = lists.list("person-noun");
    }

    /** Whether the token is there and on one of the lists. */
    boolean at(Tokens tokens, int i, int list) {
        return lists.has(tokens, i, list);
    }

    /** Whether nothing but space lies between this token and the one before. */
    static boolean joined(Tokens tokens, int i) {
        return i > 0 && i < tokens.count() && tokens.before(i) == 0;
    }
}

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
    final int currency;
    final int languageBefore;
    final int languageAfter;
    final int function;
    final int ethnic;
    final int descent;
    final int company;
    final int local;
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
        currency = lists.list("currency");
        languageBefore = lists.list("language-before");
        languageAfter = lists.list("language-after");
        function = lists.list("function");
        ethnic = lists.list("ethnic");
        descent = lists.list("descent");
        company = lists.list("company");
        local = lists.list("local");
    }

    /** Whether the token is there and on one of the lists. */
    boolean at(Tokens tokens, int i, int list) {
        return lists.has(tokens, i, list);
    }

    /** Whether nothing but space lies between this token and the one before. */
    static boolean joined(Tokens tokens, int i) {
        return i > 0 && i < tokens.count() && tokens.before(i) == 0;
    }

    /** Whether the words on both sides are in capitals too, so that capitals say nothing. */
    static boolean shouts(Tokens tokens, int i) {
        boolean before = i == 0 || tokens.allCaps(i - 1);
        boolean after = i + 1 >= tokens.count() || tokens.allCaps(i + 1);
        return before && after && tokens.count() > 1;
    }
}

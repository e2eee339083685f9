package io.dyadwire.processor.pair;

import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.DataFile;
import io.dyadwire.processor.text.WordLists;

/** The words that relate two countries; the lists are in {@code words.txt}. */
final class PairWords {
    final int act;
    final int mutual;
    final int list;
    final int between;
    final int say;
    final int aside;
    final int meet;
    final int land;
    final int and;
    final int counterpart;
    final int according;
    final int describes;
    final int both;
    final int reaction;
    final int sides;
    final int does;
    final int be;
    final int by;
    final int preposition;
    final int besides;
    final int pronoun;
    final int determiner;
    final int venue;
    final int host;
    final int with;
    final int must;
    final int in;
    final int time;
    final int voice;
    final int the;
    final int have;
    private final WordLists lists;

    PairWords(Vocabulary vocabulary) {
        lists = new WordLists(vocabulary, Match.FOLDED, DataFile.lines(PairWords.class, "words.txt"));
        act = lists.list("act") | lists.list("does");
        mutual = lists.list("mutual");
        list = lists.list("list");
        between = lists.list("between");
        say = lists.list("say");
        aside = lists.list("aside");
        meet = lists.list("meet");
        land = lists.list("land");
        and = lists.list("and");
        counterpart = lists.list("counterpart");
        according = lists.list("according");
        describes = lists.list("describes");
        reaction = lists.list("reaction");
        both = lists.list("both");
        sides = lists.list("sides");
        venue = lists.list("venue");
        host = lists.list("host");
        with = lists.list("with");
        must = lists.list("must");
        in = lists.list("in");
        time = lists.list("time");
        voice = lists.list("voice");
        the = lists.list("the");
        have = lists.list("have");
        determiner = lists.list("determiner");
        pronoun = lists.list("pronoun");
        besides = lists.list("besides");
        preposition = lists.list("preposition");
        by = lists.list("by");
        be = lists.list("be");
        does = lists.list("does");
    }

    boolean at(Tokens tokens, int i, int list) {
        return lists.has(tokens, i, list);
    }

    /** All lists that the token is on. */
    int of(Tokens tokens, int i) {
        return lists.of(tokens, i);
    }
}

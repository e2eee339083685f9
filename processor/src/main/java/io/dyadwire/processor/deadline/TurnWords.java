package io.dyadwire.processor.deadline;

import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.DataFile;
import io.dyadwire.processor.text.WordLists;

/** The word lists of turns.txt, asked by token. */
final class TurnWords {
    private final WordLists lists;
    final int off;
    final int call;
    final int delay;
    final int occur;
    final int doubt;
    final int unclear;
    final int unlikely;
    final int slip;
    final int thrown;
    final int threat;
    final int ask;
    final int deny;
    final int report;
    final int date;
    final int sign;
    final int renew;
    final int decide;
    final int begin;
    final int lapse;
    final int effect;
    final int keep;
    final int pact;
    final int law;
    final int sport;
    final int sporting;
    final int give;
    final int more;
    private final int triggers;
    private final int mark;

    TurnWords(Vocabulary vocabulary) {
        lists = new WordLists(vocabulary, Match.EXACT, DataFile.lines(TurnWords.class, "turns.txt"));
        off = lists.list("off");
        call = lists.list("call");
        delay = lists.list("delay");
        occur = lists.list("occur");
        doubt = lists.list("doubt");
        unclear = lists.list("unclear");
        unlikely = lists.list("unlikely");
        slip = lists.list("slip");
        thrown = lists.list("throw");
        threat = lists.list("threat");
        ask = lists.list("ask");
        deny = lists.list("deny");
        report = lists.list("report");
        date = lists.list("date");
        sign = lists.list("sign");
        renew = lists.list("renew");
        decide = lists.list("decide");
        begin = lists.list("begin");
        lapse = lists.list("lapse");
        effect = lists.list("effect");
        keep = lists.list("keep");
        pact = lists.list("pact");
        law = lists.list("law");
        sport = lists.list("sport");
        sporting = lists.list("sporting");
        give = lists.list("give");
        more = lists.list("more");
        triggers = off | call | delay | occur | doubt | unclear | unlikely | slip | deny | date | sign | renew | decide
                | begin | lapse | effect | keep;
        mark = vocabulary.newMark();
        vocabulary.mark(mark, lists.words(triggers), new int[0]);
    }

    /** The first word from here on that may tell of a turn; the count of words when there is none. */
    int nextTrigger(Tokens tokens, int from) {
        int last = tokens.count() - 1;
        int next = tokens.nextMarked(from, last, mark);
        while (next <= last && !lists.has(tokens, next, triggers)) {
            next = tokens.nextMarked(next + 1, last, mark);
        }
        return next;
    }

    /** The verbs by which a deadline is called off, put off or met. */
    int acts() {
        return off | call | delay | sign | renew | decide | begin | lapse | effect | keep;
    }

    /** Whether the word is in the sentence and on one of the lists. */
    boolean is(Clause c, int i, int list) {
        return c.inside(i) && lists.has(c.tokens(), i, list);
    }
}

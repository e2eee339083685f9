package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.DeadlineNews;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.date.DateTagger;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an article says became of a deadline, where it gives no new date: it was called off, put off, met, it is in
 * doubt, or somebody denies that there is one. Each has the id that the deadline itself would have, made of the words
 * for the thing. What is told as history, as a wish or under an "if" is nothing.
 *
 * <p>{@link DeadlineTurn#MET} needs a date of the last week in the sentence, or a place in the
 * title or the first sentences. Thread-safe. Any text is accepted.
 */
public final class DeadlineNewsFinder {
    private static final int LEAD = 3;

    private final DateTagger calendar;
    private final CueWords cues;
    private final TurnWords words;
    private final DeadlineKey key;

    /** @param finder of the deadlines themselves; both read the same words, so that both give the same ids */
    public DeadlineNewsFinder(DeadlineFinder finder) {
        calendar = finder.calendar;
        cues = finder.cues;
        words = finder.words;
        key = finder.key;
    }

    /** The same for somebody who does not ask why. */
    public List<DeadlineNews> find(
            Document document,
            List<DateTag> dates,
            List<DeadlineTag> told,
            List<CountryTag> countries,
            List<PairTag> pairs,
            List<TopicTag> topics) {
        return find(document, dates, told, countries, pairs, topics, Reasons.NONE);
    }

    /**
     * What the article says of deadlines, in order of place, one of a kind each.
     *
     * @param dates those of this document
     * @param told the deadlines found in this document
     */
    public List<DeadlineNews> find(
            Document document,
            List<DateTag> dates,
            List<DeadlineTag> told,
            List<CountryTag> countries,
            List<PairTag> pairs,
            List<TopicTag> topics,
            Reasons asked) {
        var reasons = new NewsReasons(asked, words);
        Clauses clauses = new Clauses(document, dates, cues);
        List<DeadlineNews> news = new ArrayList<>(0);
        for (Field field : Field.values()) {
            Tokens tokens = document.of(field);
            Clause clause = null;
            for (int i = words.nextTrigger(tokens, 0); i < tokens.count(); i = words.nextTrigger(tokens, i + 1)) {
                clause = clause != null && clause.inside(i) ? clause : clauses.sentence(field, i);
                Turn turn = clause.inside(i) ? turn(clause, i, field) : null;
                if (turn == null) {
                    reasons.unreal(field, clause, i);
                } else {
                    LocalDate today = calendar.publishedAt(document).toLocalDate();
                    var said = new Said(document, field, turn, TurnDates.in(clause, field, dates, today));
                    add(news, said, told, countries, pairs, topics, reasons);
                }
            }
        }
        return news;
    }

    private record Said(Document document, Field field, Turn turn, TurnDates dates) {}

    private @Nullable Turn turn(Clause c, int i, Field field) {
        Turn off = CalledOff.at(c, words, i, field == Field.TITLE);
        Turn doubt = off == null ? Doubts.at(c, words, i) : off;
        Turn denied = doubt == null ? Denials.at(c, words, i) : doubt;
        return denied == null ? Outcomes.at(c, words, i) : denied;
    }

    private void add(
            List<DeadlineNews> news,
            Said said,
            List<DeadlineTag> told,
            List<CountryTag> countries,
            List<PairTag> pairs,
            List<TopicTag> topics,
            NewsReasons reasons) {
        Turn turn = said.turn;
        Clause c = turn.thing().clause();
        Span words = span(said.field, c, turn.from(), turn.to());
        boolean title = said.field == Field.TITLE;
        boolean lead = (title || c.tokens().sentenceOf(c.from()) < LEAD) && !turn.needsDate();
        boolean old = said.dates.history() || (turn.turn() == DeadlineTurn.MET && said.dates.old());
        if (old || (turn.turn() == DeadlineTurn.MET && !lead && !said.dates.recent())) {
            reasons.drop(turn, words, old ? "long over" : "no day of the last week is told, nor is it in the opening");
            return;
        }
        int sentence = c.tokens().sentenceOf(c.from());
        Span around = new Span(
                said.field, c.tokens().sentenceFrom(sentence), c.tokens().sentenceTo(sentence));
        List<Pair> itsPairs = Neighbours.pairs(around, pairs);
        DeadlineTag same = turn.turn() == DeadlineTurn.MET ? null : sameSentence(around, turn, told);
        String id = same == null ? id(said, itsPairs, countries) : same.id();
        boolean known = news.stream().anyMatch(other -> other.id().equals(id));
        if (known || isContradicted(turn, id, told)) {
            reasons.drop(turn, words, known ? "told before" : "the article gives a date to come, which counts");
            return;
        }
        reasons.give(turn, words);
        news.add(new DeadlineNews(
                id,
                turn.turn(),
                same == null ? turn.told().line() : same.what(),
                itsPairs,
                Neighbours.topics(around, topics),
                same == null ? said.dates.of(turn.turn()) : same.date(),
                turn.confidence(),
                List.of(words, proof(said.field, turn))));
    }

    private String id(Said said, List<Pair> pairs, List<CountryTag> countries) {
        Phrase thing = said.turn.thing();
        BitSet words =
                CountryWords.of(pairs, countries, said.field, thing.clause().tokens());
        return key.id(thing, pairs, said.turn.acts(), words, said.document);
    }

    /** The deadline of the same sentence that the turn speaks of: "the talks, due to open Friday, are in doubt". */
    private static @Nullable DeadlineTag sameSentence(Span sentence, Turn turn, List<DeadlineTag> told) {
        for (DeadlineTag tag : told) {
            if (tag.evidence().getFirst().overlaps(sentence) && names(turn, tag.what())) {
                return tag;
            }
        }
        return null;
    }

    private static boolean names(Turn turn, String what) {
        Clause c = turn.thing().clause();
        for (int i : turn.thing().words()) {
            if ((c.is(i, Cue.EVENT) || c.is(i, Cue.DEADLINE)) && what.contains(c.text(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the article itself gives a date to come, that counts. */
    private static boolean isContradicted(Turn turn, String id, List<DeadlineTag> told) {
        for (DeadlineTag tag : told) {
            boolean same = tag.id().equals(id);
            boolean contradicts =
                    switch (turn.turn()) {
                        case MET -> same;
                        case CANCELLED -> tag.move() != null && same;
                        case POSTPONED -> tag.move() != null;
                        case DOUBTED, DENIED -> false;
                    };
            if (contradicts) {
                return true;
            }
        }
        return false;
    }

    /** The deadlines without those that the article says are off. */
    public static List<DeadlineTag> standing(List<DeadlineTag> told, List<DeadlineNews> news) {
        if (told.isEmpty() || news.isEmpty()) {
            return told;
        }
        return told.stream()
                .filter(tag -> news.stream().noneMatch(said -> said.id().equals(tag.id()) && endsIt(said.turn())))
                .toList();
    }

    private static boolean endsIt(DeadlineTurn turn) {
        return switch (turn) {
            case CANCELLED, POSTPONED, DENIED -> true;
            case MET, DOUBTED -> false;
        };
    }

    private static Span proof(Field field, Turn turn) {
        Clause c = turn.thing().clause();
        int first = turn.from();
        int last = turn.to();
        for (int i : turn.told().words()) {
            first = c.inside(i) ? Math.min(first, i) : first;
            last = c.inside(i) ? Math.max(last, i) : last;
        }
        return span(field, c, first, last);
    }

    private static Span span(Field field, Clause c, int first, int last) {
        return new Span(field, c.tokens().start(first), c.tokens().end(last));
    }
}

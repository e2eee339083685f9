package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.HistoryGuard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one field sentence by sentence and adds up what each says between two countries. */
final class FieldRelations {
    /** More names in one sentence than this are a table, not a sentence. */
    private static final int MOST_PARTIES = 24;

    private static final double TITLE = 1.7;
    private static final double FIRST_SENTENCE = 1.4;
    private static final double SECOND_SENTENCE = 1.2;
    private static final double SOME = 0.2;

    /** "Japan urged restraint, and Peru offered help": each acts on somebody else. */
    private static final double SIDE_BY_SIDE = 0.3;

    private static final double ONLY_MENTIONED = 0.75;
    private static final double PAST = 0.45;

    private final PairWords words;
    private final HistoryGuard history;
    private final Field field;
    private final Tokens tokens;
    private final int year;
    private final Relations relations;
    private final Actors actors;
    private final AcrossSentences across;

    /**
     * @param chief the place of the country that the article is chiefly about, -1 if none stands out
     * @param title what the headline said, null when this is the headline
     */
    FieldRelations(
            PairWords words,
            HistoryGuard history,
            Field field,
            Tokens tokens,
            int year,
            Relations relations,
            int chief,
            @Nullable FieldRelations title) {
        this.words = words;
        this.history = history;
        this.field = field;
        this.tokens = tokens;
        this.year = year;
        this.relations = relations;
        actors = new Actors(words, tokens);
        across = new AcrossSentences(
                words, field, tokens, relations, actors, chief, title == null ? null : title.across);
    }

    void read(List<Party> parties) {
        int next = 0;
        for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
            int from = next;
            while (next < parties.size() && parties.get(next).first() <= tokens.lastTokenOf(sentence)) {
                next++;
            }
            var within = parties.subList(from, Math.min(next, from + MOST_PARTIES));
            var couple = within.size() > 1 ? relate(sentence, within) : null;
            across.read(sentence, within);
            across.settled(sentence, couple, settle(sentence), within);
        }
    }

    /** Two that stand together and alone, null if there are none: "the two" of the next sentence. */
    private @Nullable Relation relate(int sentence, List<Party> parties) {
        var between = new SentenceRelations(words, new SentenceWords(words, tokens, sentence), tokens, parties);
        boolean[] acts = new boolean[parties.size()];
        for (int i = 0; i < acts.length; i++) {
            acts[i] = actors.isActor(parties.get(i));
        }
        for (int i = 0; i < parties.size(); i++) {
            for (int j = i + 1; j < parties.size(); j++) {
                var one = parties.get(i);
                var other = parties.get(j);
                if (one.country() != other.country()) {
                    double strength = between.between(i, j);
                    var why = between.reason();
                    if (acts[i] && acts[j] && !between.together(i, j)) {
                        strength *= SIDE_BY_SIDE;
                        why = PairReason.SIDE_BY_SIDE;
                    }
                    boolean takesPart = (one.about() || acts[i]) && (other.about() || acts[j]);
                    relations.offer(
                            one.country(),
                            other.country(),
                            takesPart ? strength : strength * ONLY_MENTIONED,
                            why,
                            why == PairReason.ACT ? between.actor() : -1);
                }
            }
        }
        int couple = between.couple();
        return couple < 0
                ? null
                : relations.between(
                        parties.get(couple).country(), parties.get(couple + 1).country());
    }

    /** The strongest relation of the sentence, null when it proves none. */
    private @Nullable Relation settle(int sentence) {
        var touched = relations.touched();
        if (touched.isEmpty()) {
            return null;
        }
        boolean matters = false;
        for (var relation : touched) {
            matters |= relation.offered() >= SOME;
        }
        double past = matters && sentence > 0 && history.isHistory(tokens, sentence, year) ? PAST : 1;
        var span = new Span(field, tokens.sentenceFrom(sentence), tokens.sentenceTo(sentence));
        Relation strongest = null;
        double most = Relation.PROOF;
        for (var relation : touched) {
            if (relation.offered() * past >= Relation.PROOF) {
                across.leansOn(relation, sentence).forEach(relation::prove);
            }
            double strength = relation.settle(place(sentence), past, span, sentence < 2);
            if (strength >= most) {
                most = strength;
                strongest = relation;
            }
        }
        relations.settled();
        return strongest;
    }

    private double place(int sentence) {
        if (field == Field.TITLE) {
            return TITLE;
        }
        return sentence == 0 ? FIRST_SENTENCE : sentence == 1 ? SECOND_SENTENCE : 1;
    }
}

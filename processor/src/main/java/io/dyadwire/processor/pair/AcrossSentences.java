package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sentence says of two countries when only one of them, or neither, is named in it. */
final class AcrossSentences {
    /** "Both countries signed": those of the sentence before. */
    private static final double BOTH = 0.5;

    /** "Japan urged restraint": towards the country that the article is chiefly about. */
    private static final double REACTION = 0.75;

    /** "Japan closed the border. Peru (which the article is about) protested.", "Tokyo kept silent. It urged restraint later." */
    private static final double ANSWER = 0.6;

    private static final int ACT_REACH = 5;
    private static final int PRONOUN_REACH = 4;
    private static final int BOTH_REACH = 2;

    private final PairWords words;
    private final Field field;
    private final Tokens tokens;
    private final Relations relations;
    private final int chief;
    private @Nullable Relation related;
    private int relatedIn = -2;
    private int subject = -1;
    private int subjectIn = -2;
    private @Nullable Span ground;

    /**
     * @param chief the place of the country that the article is chiefly about, -1 if none stands out
     * @param ground the last sentence of the field before that names it
     */
    AcrossSentences(
            PairWords words, Field field, Tokens tokens, Relations relations, int chief, @Nullable Span ground) {
        this.words = words;
        this.field = field;
        this.tokens = tokens;
        this.relations = relations;
        this.chief = chief;
        this.ground = ground;
    }

    /** Offers what the sentence says beyond what stands in it. */
    void read(int sentence, List<Party> parties) {
        if (field == Field.TEXT && sentence > 0 && chief >= 0) {
            react(sentence, parties);
        }
        if (related != null && sentence - relatedIn <= BOTH_REACH && saysBoth(sentence)) {
            relations.offer(related.one, related.other, BOTH, PairReason.BOTH, -1);
        }
    }

    /** Remembers what the sentence said, for the next one. */
    void settled(int sentence, @Nullable Relation strongest, List<Party> parties) {
        if (strongest != null) {
            related = strongest;
            relatedIn = sentence;
        }
        subject = only(parties);
        subjectIn = sentence;
        if (names(parties, chief)) {
            ground = new Span(field, tokens.sentenceFrom(sentence), tokens.sentenceTo(sentence));
        }
    }

    /** The last sentence that names the country which is reacted to. */
    @Nullable
    Span ground() {
        return ground;
    }

    /**
     * Each that begins a clause and acts, in a sentence without the chief country, acts on what the article is about. When
     * the chief country itself acts in answer, it acts on the one that the sentence before is about.
     */
    private void react(int sentence, List<Party> parties) {
        int before = subjectIn == sentence - 1 ? subject : -1;
        if (names(parties, chief)) {
            if (before >= 0 && before != chief && only(parties) == chief && isActor(parties.getFirst())) {
                relations.offer(before, chief, ANSWER, PairReason.ANSWER, chief);
            }
            return;
        }
        for (var party : parties) {
            if (isActor(party)) {
                relations.offer(party.country(), chief, REACTION, PairReason.REACTION, party.country());
            }
        }
        int first = tokens.firstTokenOf(sentence);
        if (parties.isEmpty()
                && before >= 0
                && before != chief
                && words.at(tokens, first, words.pronoun)
                && actsWithin(first + 1, first + PRONOUN_REACH)) {
            relations.offer(before, chief, ANSWER, PairReason.REACTION, before);
        }
    }

    /** The only country of a sentence, -1 if there is none or another. */
    private static int only(List<Party> parties) {
        int only = -1;
        for (var party : parties) {
            if (only >= 0 && party.country() != only) {
                return -1;
            }
            only = party.country();
        }
        return only;
    }

    private static boolean names(List<Party> parties, int country) {
        for (var party : parties) {
            if (party.country() == country) {
                return true;
            }
        }
        return false;
    }

    /** Whether the party begins a clause and does what is done in answer to another. */
    boolean isActor(Party party) {
        int first = party.first();
        boolean begins = first <= tokens.firstTokenOf(tokens.sentenceOf(first)) + 1
                || tokens.before(first) == ','
                || words.at(tokens, first - 1, words.and);
        return begins && party.kind() != MentionKind.PLACE && actsWithin(party.last() + 1, party.last() + ACT_REACH);
    }

    private boolean actsWithin(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (words.at(tokens, i, words.reaction)) {
                return true;
            }
        }
        return false;
    }

    /** "The two countries", "both foreign ministers". */
    private boolean saysBoth(int sentence) {
        int last = tokens.lastTokenOf(sentence);
        for (int i = tokens.firstTokenOf(sentence); i < last; i++) {
            if (words.at(tokens, i, words.both)
                    && (words.at(tokens, i + 1, words.sides)
                            || (i + 2 <= last && words.at(tokens, i + 2, words.sides)))) {
                return true;
            }
        }
        return false;
    }
}

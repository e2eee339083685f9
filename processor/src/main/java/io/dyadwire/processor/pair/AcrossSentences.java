package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sentence says of two countries when only one of them, or neither, is named in it. */
final class AcrossSentences {
    /** "Both countries signed": those of the sentence before. */
    private static final double BOTH = 0.5;

    /** "Japan urged restraint": towards the country that the article is chiefly about. */
    private static final double REACTION = 0.75;

    /** "It expelled the Peruvian envoy": it is the country that the sentence before begins with. */
    private static final double PRONOUN = 0.7;

    /** "Japan closed the border. Peru (which the article is about) protested.", "Tokyo kept silent. It urged restraint later." */
    private static final double ANSWER = 0.6;

    private static final int PRONOUN_REACH = 4;
    private static final int BOTH_REACH = 2;

    private static final int NOWHERE = -3;
    private static final int IN_TITLE = -1;

    private final PairWords words;
    private final Field field;
    private final Tokens tokens;
    private final Relations relations;
    private final Actors actors;
    private final int chief;
    private @Nullable Relation two;
    private int twoIn = NOWHERE;
    private int only = -1;
    private int begun = -1;
    private int groundIn = NOWHERE;
    private final @Nullable AcrossSentences title;

    /**
     * @param chief the place of the country that the article is chiefly about, -1 if none stands out
     * @param title what the headline leaves to be leant on, null when this is the headline
     */
    AcrossSentences(
            PairWords words,
            Field field,
            Tokens tokens,
            Relations relations,
            Actors actors,
            int chief,
            @Nullable AcrossSentences title) {
        this.words = words;
        this.field = field;
        this.tokens = tokens;
        this.relations = relations;
        this.actors = actors;
        this.chief = chief;
        this.title = title;
        if (title != null) {
            groundIn = title.groundIn == NOWHERE ? NOWHERE : IN_TITLE;
            two = title.two;
            twoIn = IN_TITLE;
        }
    }

    /** Offers what the sentence says beyond what stands in it. */
    void read(int sentence, List<Party> parties) {
        if (field == Field.TEXT && groundIn != NOWHERE) {
            if (names(parties, chief)) {
                answer(parties);
            } else {
                react(parties);
                lean(tokens.firstTokenOf(sentence), parties);
            }
        }
        if (two != null && sentence - twoIn <= BOTH_REACH && saysBoth(sentence)) {
            relations.offer(two.one, two.other, BOTH, PairReason.BOTH, -1);
        }
    }

    /**
     * Remembers what the sentence said, for the next ones.
     *
     * @param couple two that stand in it together and alone, before the strongest relation that it proves
     */
    void settled(int sentence, @Nullable Relation couple, @Nullable Relation strongest, List<Party> parties) {
        if (couple != null || strongest != null) {
            two = couple == null ? strongest : couple;
            twoIn = sentence;
        }
        only = only(parties);
        begun = !parties.isEmpty() && actors.begins(parties.getFirst())
                ? parties.getFirst().country()
                : -1;
        if (names(parties, chief)) {
            groundIn = sentence;
        }
    }

    /** The sentences that what is offered between two leans on: they name those of the two that this sentence does not. */
    List<Span> leansOn(Relation relation, int sentence) {
        var why = relation.offeredReason();
        if (!why.leans()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>(2);
        if (why == PairReason.BOTH) {
            spans.add(twoIn == IN_TITLE && title != null ? title.span(title.twoIn) : span(twoIn));
        }
        boolean withChief = relation.one == chief || relation.other == chief;
        if (why == PairReason.REACTION || (why == PairReason.PRONOUN && withChief)) {
            spans.add(groundIn == IN_TITLE && title != null ? title.span(title.groundIn) : span(groundIn));
        }
        if (sentence > 0 && (why == PairReason.ANSWER || why == PairReason.PRONOUN)) {
            spans.add(span(sentence - 1));
        }
        return spans;
    }

    private Span span(int sentence) {
        return new Span(field, tokens.sentenceFrom(sentence), tokens.sentenceTo(sentence));
    }

    /** The chief country itself acts in answer to the one that the sentence before is about. */
    private void answer(List<Party> parties) {
        if (only >= 0 && only != chief && only(parties) == chief && actors.isActor(parties.getFirst())) {
            relations.offer(only, chief, ANSWER, PairReason.ANSWER, chief);
        }
    }

    /** Each that begins a clause and acts, in a sentence without the chief country, acts on what the article is about. */
    private void react(List<Party> parties) {
        for (int i = 0; i < parties.size(); i++) {
            var party = parties.get(i);
            if (actors.isActor(i, parties) || actors.isAgent(party)) {
                offer(party.country(), chief, REACTION, PairReason.REACTION, party.country());
            }
        }
    }

    /** "It protested", "It expelled the Peruvian envoy", "The island state signed a treaty with Peru". */
    private void lean(int first, List<Party> parties) {
        boolean pronoun = words.at(tokens, first, words.pronoun);
        if (parties.isEmpty()) {
            if (pronoun && only >= 0 && actors.answersAfter(first + 1, PRONOUN_REACH)) {
                offer(only, chief, ANSWER, PairReason.PRONOUN, only);
            }
            return;
        }
        boolean state = words.at(tokens, first, words.the)
                && (words.at(tokens, first + 1, words.sides) || words.at(tokens, first + 2, words.sides));
        var object = parties.getFirst();
        if ((pronoun || state)
                && only(parties) >= 0
                && object.kind() != MentionKind.PLACE
                && actors.acts(first, object.first())) {
            offer(pronoun && begun >= 0 ? begun : chief, object.country(), PRONOUN, PairReason.PRONOUN, -1);
        }
    }

    private void offer(int one, int other, double strength, PairReason why, int actor) {
        if (one != other) {
            relations.offer(one, other, strength, why, actor);
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

    /** Whether the country is named, and not only by a place in it. */
    private static boolean names(List<Party> parties, int country) {
        for (var party : parties) {
            if (party.country() == country && party.kind() != MentionKind.PLACE) {
                return true;
            }
        }
        return false;
    }

    /** "The two countries", "both foreign ministers", "trade between the two", "The two agreed". */
    private boolean saysBoth(int sentence) {
        int first = tokens.firstTokenOf(sentence);
        for (int i = first; i < tokens.lastTokenOf(sentence); i++) {
            if (words.at(tokens, i, words.both) && (isOfSides(i) || standsAlone(i, first))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfSides(int i) {
        return words.at(tokens, i + 1, words.sides)
                || (words.at(tokens, i + 2, words.sides) && !tokens.sentenceStart(i + 2));
    }

    /** "between the two", or "The two" with a verb after it. */
    private boolean standsAlone(int i, int first) {
        if (i == first || !words.at(tokens, i - 1, words.the)) {
            return false;
        }
        return i - 1 == first
                ? words.at(tokens, i + 1, words.mutual | words.act | words.be | words.have)
                : words.at(tokens, i - 2, words.between);
    }
}

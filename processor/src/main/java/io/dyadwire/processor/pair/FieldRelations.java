package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.HistoryGuard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one field sentence by sentence and adds up what each says between two countries. */
final class FieldRelations {
    /** More names in one sentence than this are a table, not a sentence. */
    private static final int MOST_PARTIES = 24;

    private static final double TITLE = 1.7;
    private static final double FIRST_SENTENCE = 1.4;
    private static final double SECOND_SENTENCE = 1.2;
    private static final double EVIDENCE = 0.4;
    private static final double SOME = 0.2;

    /** "The two Koreas": one name for both. */
    private static final double ONE_NAME = 0.85;

    /** "Both countries signed": those of the sentence before. */
    private static final double BOTH = 0.5;

    /** "Japan urged restraint": towards the country that the article is chiefly about. */
    private static final double REACTION = 0.75;

    /** "Japan urged restraint, and Peru offered help": each acts on somebody else. */
    private static final double SIDE_BY_SIDE = 0.3;

    private static final double ONLY_MENTIONED = 0.75;
    private static final double PAST = 0.45;
    private static final int ACT_REACH = 5;

    private final PairWords words;
    private final HistoryGuard history;
    private final Field field;
    private final Tokens tokens;
    private final int year;
    private final Map<String, Relation> relations;
    private @Nullable String lastPair;
    private int lastSentence = -2;

    FieldRelations(
            PairWords words,
            HistoryGuard history,
            Field field,
            Tokens tokens,
            int year,
            Map<String, Relation> relations) {
        this.words = words;
        this.history = history;
        this.field = field;
        this.tokens = tokens;
        this.year = year;
        this.relations = relations;
    }

    /** @param chief the country that the article is chiefly about, empty if none stands out */
    void read(List<Party> parties, String chief) {
        int next = 0;
        for (int sentence = 0; sentence < tokens.sentences(); sentence++) {
            int from = next;
            while (next < parties.size() && parties.get(next).first() <= tokens.lastTokenOf(sentence)) {
                next++;
            }
            var within = parties.subList(from, Math.min(next, from + MOST_PARTIES));
            if (within.size() > 1) {
                relate(sentence, within);
            }
            if (!within.isEmpty()) {
                react(sentence, within, chief);
            }
            if (lastPair != null && sentence == lastSentence + 1 && saysBoth(sentence)) {
                add(sentence, lastPair, BOTH);
            }
        }
    }

    private void relate(int sentence, List<Party> parties) {
        var relations = new SentenceRelations(words, new SentenceWords(words, tokens, sentence), tokens, parties);
        boolean[] acts = new boolean[parties.size()];
        for (int i = 0; i < acts.length; i++) {
            acts[i] = isActor(parties.get(i));
        }
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < parties.size(); i++) {
            for (int j = i + 1; j < parties.size(); j++) {
                var one = parties.get(i);
                var other = parties.get(j);
                if (!one.code().equals(other.code())) {
                    double strength = one.first() == other.first() ? ONE_NAME : relations.between(i, j);
                    if (acts[i] && acts[j] && !relations.together(i, j)) {
                        strength *= SIDE_BY_SIDE;
                    }
                    boolean takesPart = (one.about() || acts[i]) && (other.about() || acts[j]);
                    best.merge(
                            key(one.code(), other.code()), takesPart ? strength : strength * ONLY_MENTIONED, Math::max);
                }
            }
        }
        boolean matters = best.values().stream().anyMatch(strength -> strength >= SOME);
        double past = matters && sentence > 1 && history.isHistory(tokens, sentence, year) ? PAST : 1;
        best.forEach((pair, strength) -> add(sentence, pair, strength * past));
    }

    /** Each that begins a clause and acts, in a sentence without the chief country, acts on what the article is about. */
    private void react(int sentence, List<Party> parties, String chief) {
        if (field == Field.TITLE || sentence == 0 || chief.isEmpty()) {
            return;
        }
        for (var party : parties) {
            if (party.code().equals(chief)) {
                return;
            }
        }
        for (var party : parties) {
            if (isActor(party)) {
                add(sentence, key(party.code(), chief), REACTION);
            }
        }
    }

    private boolean isActor(Party party) {
        int first = party.first();
        boolean begins = first <= tokens.firstTokenOf(tokens.sentenceOf(first)) + 1
                || tokens.before(first) == ','
                || words.at(tokens, first - 1, words.and);
        return begins && party.kind() != MentionKind.PLACE && actsWithin(party.last() + 1, party.last() + ACT_REACH);
    }

    /** As a {@link io.dyadwire.contract.pair.Pair} is written; made a pair only when there is one. */
    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + '-' + other : other + '-' + one;
    }

    private boolean actsWithin(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (words.at(tokens, i, words.reaction)) {
                return true;
            }
        }
        return false;
    }

    private void add(int sentence, String pair, double strength) {
        var span = new Span(field, tokens.sentenceFrom(sentence), tokens.sentenceTo(sentence));
        relations.computeIfAbsent(pair, p -> new Relation()).add(strength, place(sentence), span, sentence < 2);
        if (strength >= EVIDENCE && (sentence != lastSentence || lastPair == null)) {
            lastPair = pair;
            lastSentence = sentence;
        }
    }

    private double place(int sentence) {
        if (field == Field.TITLE) {
            return TITLE;
        }
        return sentence == 0 ? FIRST_SENTENCE : sentence == 1 ? SECOND_SENTENCE : 1;
    }

    private boolean saysBoth(int sentence) {
        for (int i = tokens.firstTokenOf(sentence); i < tokens.lastTokenOf(sentence); i++) {
            if (words.at(tokens, i, words.both) && words.at(tokens, i + 1, words.sides)) {
                return true;
            }
        }
        return false;
    }
}

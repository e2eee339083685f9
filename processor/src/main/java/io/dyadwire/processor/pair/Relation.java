package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sentences of an article add up to between two countries. A sentence may say several things of the two: each is
 * offered, and the strongest is settled on.
 */
final class Relation {
    /** A sentence proves a relation from this strength on. */
    static final double PROOF = 0.4;

    private static final int MOST_EVIDENCE = 8;
    private static final double PLAINLY = 2;

    final int one;
    final int other;
    private double offered;
    private PairReason offeredReason = PairReason.NO_ACT;
    private boolean offeredForth;
    private boolean offeredBack;
    private double score;
    private double best;
    private PairReason reason = PairReason.APART;
    private @Nullable Span sentence;
    private boolean opening;
    private boolean proven;
    private int proofs;
    private double forth;
    private double back;
    private double mutual;
    private final List<Span> evidence = new ArrayList<>(2);

    /** Of two countries, by their places in the article's list. */
    Relation(int one, int other) {
        this.one = one;
        this.other = other;
    }

    /**
     * What the sentence at hand may say.
     *
     * @param actor the place of the country that acts on the other, -1 when the syntax is not plain
     */
    void offer(double strength, PairReason why, int actor) {
        if (strength > offered) {
            offered = strength;
            offeredReason = why;
        }
        offeredForth |= actor == one;
        offeredBack |= actor == other;
    }

    double offered() {
        return offered;
    }

    PairReason offeredReason() {
        return offeredReason;
    }

    /**
     * Takes the strongest of what was offered.
     *
     * @param opens whether the sentence is the headline or one of the first two
     * @return its strength
     */
    double settle(double place, double past, Span span, boolean opens) {
        double strength = offered * past;
        double weight = strength * place;
        score += weight;
        opening |= opens && strength >= PROOF;
        if (weight > best) {
            best = weight;
            sentence = span;
            reason = past < 1 && strength < PROOF ? PairReason.HISTORY : offeredReason;
        }
        if (offeredForth != offeredBack) {
            forth += offeredForth ? weight : 0;
            back += offeredBack ? weight : 0;
        } else {
            mutual += offeredForth || offeredReason.isMutual() ? weight : 0;
        }
        if (strength >= PROOF) {
            proofs++;
            prove(span);
        } else if (evidence.isEmpty()) {
            evidence.add(span);
        }
        offered = 0;
        offeredForth = false;
        offeredBack = false;
        return strength;
    }

    /** A sentence that the next one leans on: it is evidence too. */
    void prove(Span span) {
        if (!proven) {
            evidence.clear();
            proven = true;
        }
        if (evidence.size() < MOST_EVIDENCE && !evidence.contains(span)) {
            evidence.add(span);
        }
    }

    double score() {
        return score;
    }

    /** Whether the article opens with it. */
    boolean opening() {
        return opening;
    }

    /** How many sentences prove it. */
    int proofs() {
        return proofs;
    }

    PairReason reason() {
        return reason;
    }

    /** The sentence that says most. */
    @Nullable
    Span sentence() {
        return sentence;
    }

    /** The place of the country that acts on the other, -1 where both act, or act together, or no sentence says it plainly. */
    int actor() {
        if (forth >= PLAINLY * back && forth > mutual) {
            return one;
        }
        return back >= PLAINLY * forth && back > mutual ? other : -1;
    }

    List<Span> evidence() {
        return evidence;
    }
}

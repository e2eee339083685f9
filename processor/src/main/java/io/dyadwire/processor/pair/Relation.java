package io.dyadwire.processor.pair;

import io.dyadwire.contract.article.Span;
import java.util.ArrayList;
import java.util.List;

/** What the sentences of an article add up to between two countries. */
final class Relation {
    private static final int MOST_EVIDENCE = 8;
    private static final double EVIDENCE = 0.4;

    private double score;
    private boolean opening;
    private final List<Span> evidence = new ArrayList<>();

    /** @param opens whether the sentence is the headline or one of the first two */
    void add(double strength, double place, Span sentence, boolean opens) {
        score += strength * place;
        opening |= opens && strength >= EVIDENCE;
        if (evidence.isEmpty() || (strength >= EVIDENCE && evidence.size() < MOST_EVIDENCE)) {
            evidence.add(sentence);
        }
    }

    double score() {
        return score;
    }

    /** Whether the article opens with it. */
    boolean opening() {
        return opening;
    }

    List<Span> evidence() {
        return evidence;
    }
}

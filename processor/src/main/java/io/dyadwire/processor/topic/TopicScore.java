package io.dyadwire.processor.topic;

import io.dyadwire.contract.article.Span;
import java.util.ArrayList;
import java.util.List;

/** How sure one topic is: each sentence adds what its strongest hit says, as independent evidence does. */
final class TopicScore {
    private static final int MOST_EVIDENCE = 12;

    private double doubt = 1;
    private double sentenceWeight;
    private final List<Span> evidence = new ArrayList<>();

    /** A hit in the sentence being read. */
    void hit(double weight, Span span) {
        sentenceWeight = Math.max(sentenceWeight, weight);
        if (evidence.size() < MOST_EVIDENCE) {
            evidence.add(span);
        }
    }

    /** The sentence is over. */
    void endSentence() {
        doubt *= 1 - sentenceWeight;
        sentenceWeight = 0;
    }

    double score() {
        return 1 - doubt * (1 - sentenceWeight);
    }

    List<Span> evidence() {
        return evidence;
    }
}

package io.dyadwire.processor.measure;

import io.dyadwire.contract.tag.TaggedArticle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds up, article by article, how far tags agree with labels. Not thread-safe. */
public final class Measurement {
    private final Map<Label, Score> scores = new EnumMap<>(Label.class);
    private int articles;

    /** Counts one article in; returns where the two part, empty when they agree. */
    public List<Difference> add(TaggedArticle tagged, Gold gold) {
        articles++;
        List<Difference> differences = new ArrayList<>();
        for (Label label : gold.labels()) {
            Set<String> wanted = without(gold.of(label), gold.ignored(label));
            Set<String> given = without(label.of(tagged, gold.naming()), gold.ignored(label));
            Set<String> wrong = without(given, wanted);
            Set<String> missed = without(wanted, given);
            var score = new Score(given.size() - wrong.size(), wrong.size(), missed.size());
            scores.merge(label, score, Score::plus);
            if (!wrong.isEmpty() || !missed.isEmpty()) {
                differences.add(new Difference(label, List.copyOf(wrong), List.copyOf(missed)));
            }
        }
        return differences;
    }

    /** How many articles were counted. */
    public int articles() {
        return articles;
    }

    /** What was measured, in the order of {@link Label}; what no article was labelled with is not in it. */
    public Map<Label, Score> scores() {
        return Collections.unmodifiableMap(scores);
    }

    private static Set<String> without(Collection<String> words, Collection<String> others) {
        Set<String> rest = new TreeSet<>(words);
        rest.removeAll(others);
        return rest;
    }
}

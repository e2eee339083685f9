package io.dyadwire.alerts.backtest;

import io.dyadwire.alerts.backtest.BacktestReport.Count;
import io.dyadwire.alerts.backtest.BacktestReport.Term;
import io.dyadwire.alerts.match.Inspection;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.matcher.query.Explanation;
import io.dyadwire.matcher.query.MatchSpan;
import io.dyadwire.matcher.query.Query;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which parts of a rule bring its hits: those that are there, and those without which it would not have matched. Looks into the
 * first {@value #MOST} matches, which takes a look at the article each.
 */
final class TermTally {
    static final int MOST = 2_000;
    private static final int TERMS = 10;
    private static final int WORDS = 5;

    /** Different words of one part, such as {@code a*}, that are told apart. */
    private static final int MOST_WORDS = 200;

    private final Query query;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private int looked;

    private static final class Tally {
        private boolean alternative;
        private long hits;
        private long alone;
        private final Map<String, Long> words = new LinkedHashMap<>();
    }

    TermTally(Query query) {
        this.query = query;
    }

    /** How many matches were looked into. */
    int looked() {
        return looked;
    }

    void add(TaggedArticle tagged) {
        if (looked < MOST) {
            looked++;
            look(new Inspection(tagged).of(query), true, false, tagged.article());
        }
    }

    /** Most often alone first. */
    List<Term> terms() {
        boolean alternatives = tallies.values().stream().anyMatch(tally -> tally.alternative);
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().alternative || !alternatives)
                .map(entry -> term(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Term::alone)
                        .thenComparingLong(Term::hits)
                        .reversed())
                .limit(TERMS)
                .toList();
    }

    private void look(Explanation part, boolean alone, boolean alternative, Article article) {
        if (!part.holds()) {
            return;
        }
        switch (part.part()) {
            case Query.And and -> part.parts().forEach(below -> look(below, alone, alternative, article));
            case Query.Or or -> {
                long holding = part.parts().stream().filter(Explanation::holds).count();
                part.parts().forEach(below -> look(below, alone && holding == 1, true, article));
            }
            case Query.Not not -> {}
            default -> count(part, alone, alternative, article);
        }
    }

    private void count(Explanation part, boolean alone, boolean alternative, Article article) {
        Tally tally = tallies.computeIfAbsent(part.part().toString(), asks -> new Tally());
        tally.alternative |= alternative;
        tally.hits++;
        tally.alone += alone ? 1 : 0;
        Set<String> seen = new HashSet<>();
        for (MatchSpan span : part.spans()) {
            String word = words(span, article);
            if (seen.add(word) && (tally.words.containsKey(word) || tally.words.size() < MOST_WORDS)) {
                tally.words.merge(word, 1L, Long::sum);
            }
        }
    }

    private static String words(MatchSpan span, Article article) {
        String text = span.field() == MatchSpan.Field.TITLE ? article.title() : article.text();
        return text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
    }

    private static Term term(String asks, Tally tally) {
        return new Term(asks, tally.hits, tally.alone, most(tally.words, WORDS));
    }

    /** Those with the highest counts; of equal ones the first. */
    static List<Count> most(Map<String, Long> counts, int limit) {
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed())
                .limit(limit)
                .toList();
    }
}

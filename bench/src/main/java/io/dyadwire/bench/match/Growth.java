package io.dyadwire.bench.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The same hits among ever more queries: what a hundred times as many cost, when those added match nothing. */
final class Growth {
    private static final int LEAST = 1_000;

    private final List<News> news;
    private final Options options;
    private final List<OwnSide> sizes = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    Growth(QueryMaker maker, List<News> news, Options options) {
        this.news = news;
        this.options = options;
        List<String> queries = new ArrayList<>(maker.make(Workload.SELECTIVE, LEAST));
        List<String> unmatched = maker.makeUnmatched(options.queries() - LEAST);
        for (int count = LEAST; count <= options.queries(); count *= 10) {
            List<String> some = new ArrayList<>(queries);
            some.addAll(unmatched.subList(0, Math.min(count - LEAST, unmatched.size())));
            counts.add(some.size());
            sizes.add(new OwnSide(some));
        }
    }

    String run() {
        for (OwnSide index : sizes) {
            Rate.of(4 * options.seconds(), 0, step(index));
        }
        double[][] micros = new double[sizes.size()][options.rounds()];
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < sizes.size(); i++) {
                micros[i][round] = 1e6
                        / Rate.of(options.seconds(), round * 331, step(sizes.get(i)))
                                .cpu();
            }
        }
        StringBuilder lines = new StringBuilder(String.format(Locale.ROOT, "%ngrowth, at equal hits%n"));
        for (int i = 0; i < sizes.size(); i++) {
            OwnSide index = sizes.get(i);
            double hits = news.stream()
                    .mapToInt(one -> index.find(one).size())
                    .average()
                    .orElseThrow();
            lines.append(String.format(
                    Locale.ROOT,
                    "  %,7d queries: %5.1f µs an article, %.2f times the first, %.1f hits%n",
                    counts.get(i),
                    median(micros[i]),
                    median(micros[i]) / median(micros[0]),
                    hits));
        }
        return lines.toString();
    }

    private Rate.Step step(OwnSide index) {
        return at -> 1 + Math.min(0, index.find(news.get(at % news.size())).size());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

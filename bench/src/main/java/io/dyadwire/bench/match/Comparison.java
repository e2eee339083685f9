package io.dyadwire.bench.match;

import io.dyadwire.bench.match.LuceneSide.Setup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One workload on both sides: first whether they have the same hits, then, in turns, how many articles a second each
 * takes from the bare text on. Lucene runs in that of its set-ups that was faster when warming up.
 */
final class Comparison implements AutoCloseable {
    private static final int CHECKED = 300;
    private static final int BATCH = 100;

    private final List<News> news;
    private final Options options;
    private final OwnSide own;
    private final Map<Setup, LuceneSide> lucene = new EnumMap<>(Setup.class);

    Comparison(Workload workload, List<String> queries, List<News> news, Options options) throws IOException {
        this.news = news;
        this.options = options;
        this.own = new OwnSide(queries);
        for (Setup setup : Setup.values()) {
            lucene.put(setup, new LuceneSide(setup, queries, workload == Workload.PREFIX));
        }
    }

    /** Hits an article. Throws when one side has others than the other. */
    double check() {
        int hits = 0;
        for (int from = 0; from < CHECKED; from += BATCH) {
            List<News> batch = batch(from);
            for (LuceneSide side : lucene.values()) {
                List<Set<Integer>> together = side.find(batch);
                for (int i = 0; i < BATCH; i++) {
                    Set<Integer> ours = new HashSet<>(own.find(batch.get(i)));
                    if (!ours.equals(side.find(batch.get(i))) || !ours.equals(together.get(i))) {
                        throw new IllegalStateException("not the same hits with " + side.setup() + " in: "
                                + batch.get(i).text());
                    }
                    hits += ours.size();
                }
            }
        }
        return hits / (double) CHECKED / lucene.size();
    }

    /** The figures, in lines. */
    String run() {
        Rate.Step ours = at -> 1 + Math.min(0, own.find(one(at)).size());
        Rate.Step evidence = at -> 1 + Math.min(0, own.match(one(at)).size());
        Rate.Step cut = at -> own.cut(one(at)) == null ? 0 : 1;
        Rate.of(4 * options.seconds(), 0, ours);
        Rate.of(options.seconds(), 0, evidence);
        Rate.of(options.seconds(), 0, cut);
        LuceneSide fastest = fastest(this::single);
        LuceneSide fastestBatch = fastest(this::batches);
        List<Rate[]> rounds = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            List<Rate> rates = new ArrayList<>();
            for (Rate.Step step : List.of(ours, single(fastest), batches(fastestBatch), evidence, cut)) {
                rates.add(Rate.of(options.seconds(), round * 331, step));
            }
            rounds.add(rates.toArray(Rate[]::new));
        }
        return line("dyadwire", rounds, 0, "")
                + line("  with the words that matched", rounds, 3, "")
                + line("  only cutting the text", rounds, 4, "")
                + line("lucene, one by one", rounds, 1, " " + fastest.setup() + ratio(rounds, 1))
                + line("lucene, batches of " + BATCH, rounds, 2, " " + fastestBatch.setup() + ratio(rounds, 2));
    }

    private LuceneSide fastest(Function<LuceneSide, Rate.Step> steps) {
        LuceneSide fastest = null;
        double best = 0;
        for (LuceneSide side : lucene.values()) {
            Rate.of(2 * options.seconds(), 0, steps.apply(side));
            double rate = Rate.of(options.seconds(), 0, steps.apply(side)).cpu();
            if (fastest == null || rate > best) {
                fastest = side;
                best = rate;
            }
        }
        if (fastest == null) {
            throw new IllegalStateException("no set-up of Lucene");
        }
        return fastest;
    }

    private Rate.Step single(LuceneSide side) {
        return at -> 1 + Math.min(0, side.count(one(at)));
    }

    private Rate.Step batches(LuceneSide side) {
        return at -> BATCH + Math.min(0, side.count(batch(at)));
    }

    private News one(int at) {
        return news.get(at % news.size());
    }

    private List<News> batch(int at) {
        int from = at % Math.max(1, news.size() - BATCH);
        return news.subList(from, from + BATCH);
    }

    private static String line(String name, List<Rate[]> rounds, int side, String rest) {
        Rate median = Rate.median(rounds.stream().map(rates -> rates[side]).toArray(Rate[]::new));
        return String.format(
                Locale.ROOT, "  %-30s %,9.0f/s (wall %,9.0f/s)%s%n", name, median.cpu(), median.wall(), rest);
    }

    private static String ratio(List<Rate[]> rounds, int side) {
        double[] ratios = rounds.stream()
                .mapToDouble(rates -> rates[0].cpu() / rates[side].cpu())
                .sorted()
                .toArray();
        double wall = Arrays.stream(rounds.stream()
                        .mapToDouble(rates -> rates[0].wall() / rates[side].wall())
                        .sorted()
                        .toArray())
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "   RATIO %.1f (%.1f to %.1f; wall %.1f)",
                ratios[ratios.length / 2],
                ratios[0],
                ratios[ratios.length - 1],
                wall);
    }

    @Override
    public void close() throws IOException {
        for (LuceneSide side : lucene.values()) {
            side.close();
        }
    }
}

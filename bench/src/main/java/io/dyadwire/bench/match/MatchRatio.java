package io.dyadwire.bench.match;

import io.dyadwire.runner.cli.Logs;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A hundred thousand queries, ours beside Lucene Monitor: articles a second of one thread, from the bare text to the
 * queries that match. See {@link Options}.
 */
public final class MatchRatio {
    private static final long SEED = 42;

    private MatchRatio() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Logs.forTool(false);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            print(thread.getName() + ": " + e + "\n");
            Runtime.getRuntime().halt(1); // a monitor that was not closed keeps a thread, which would wait for ever
        });
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            print(e.getMessage() + "\n");
            return;
        }
        List<News> news = options.news();
        QueryMaker maker = new QueryMaker(news, SEED);
        int characters = news.stream().mapToInt(one -> one.text().length()).sum() / news.size();
        print(String.format(Locale.ROOT, "%,d articles of %,d characters%n", news.size(), characters));
        for (Workload workload : Workload.values()) {
            if (options.wants(workload.written())) {
                compare(workload, maker, news, options);
            }
        }
        if (options.wants("growth")) {
            print(new Growth(maker, news, options).run());
        }
        List<String> selective = maker.make(Workload.SELECTIVE, options.queries());
        if (options.wants("figures")) {
            print(new Figures(selective, news).run());
        }
        if (options.wants("hostile")) {
            print(new Hostile(selective, news).run());
        }
    }

    private static void compare(Workload workload, QueryMaker maker, List<News> news, Options options)
            throws IOException {
        List<String> queries = maker.make(workload, options.queries() / workload.fewer());
        try (Comparison comparison = new Comparison(workload, queries, news, options)) {
            double hits = comparison.check();
            print(String.format(
                    Locale.ROOT,
                    "%n%s: %,d queries, %.1f hits an article, the same on both sides; such as %s%n",
                    workload.written(),
                    queries.size(),
                    hits,
                    queries.subList(0, Math.min(4, queries.size()))));
            print(comparison.run());
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(String text) {
        System.out.print(text);
        System.out.flush();
    }
}

package io.dyadwire.bench.match;

import io.dyadwire.matcher.query.QueryParser;
import io.dyadwire.matcher.query.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries made to cost as much as may be, as far as they are taken: how long an article takes with them beside without,
 * in turns.
 */
final class Hostile {
    /** Words that many articles hold several times. */
    private static final List<String> COMMON = List.of(
            "said", "year", "company", "market", "pct", "mln", "would", "bank", "new", "one", "dlrs", "trade", "after");

    private static final List<Integer> DISTANCES = List.of(100, 99, 98);
    private static final int KEY = 10_000_000;
    private static final int ROUNDS = 5;

    private final List<News> news;
    private final OwnSide plain;
    private final OwnSide attacked;
    private int taken;

    Hostile(List<String> queries, List<News> news) {
        this.news = news;
        this.plain = new OwnSide(queries);
        this.attacked = new OwnSide(queries);
    }

    String run() {
        List<String> tried = queries();
        for (String query : tried) {
            try {
                QueryParser.parse(query);
                attacked.put(KEY + taken++, query);
            } catch (QuerySyntaxException refused) {
                // that is one answer to it
            }
        }
        round(plain, new Spread());
        round(attacked, new Spread());
        Spread without = new Spread();
        Spread with = new Spread();
        for (int i = 0; i < ROUNDS; i++) {
            round(plain, without);
            round(attacked, with);
        }
        return String.format(
                Locale.ROOT,
                "%nhostile: %,d queries tried, %d refused%n  an article without them: %s%n  with those taken:        %s%n",
                tried.size(),
                tried.size() - taken,
                without,
                with);
    }

    private void round(OwnSide index, Spread took) {
        for (News one : news) {
            long from = System.nanoTime();
            index.find(one);
            took.add(System.nanoTime() - from);
        }
    }

    private static List<String> queries() {
        List<String> queries = new ArrayList<>(List.of(
                "",
                ".*",
                "title:/.*/",
                "(".repeat(1_000) + "bank" + ")".repeat(1_000),
                "(".repeat(50) + "bank" + ")".repeat(50),
                "bank title:/(a+)+$/",
                "bank title:/(a|aa)+$/",
                "bank title:/(.*a){30}/",
                "bank title:/(?<=a)b/",
                "bank url:/" + "a?".repeat(200) + "a".repeat(200) + "/",
                "a".repeat(1_000_000),
                words(10_000, " OR "),
                words(500, " OR "),
                words(500, " "),
                "mar* com* tra* pro* con* int* exp* for* pre* sta* inc* sha* bil* dol* sto* gov* ban* ind* rat* fin*"));
        for (String one : COMMON) {
            for (String other : COMMON) {
                for (int distance : DISTANCES) {
                    queries.add(one + " NEAR/" + distance + " " + other);
                    queries.add("\"" + one + " " + other + "\"~" + distance);
                }
            }
            queries.add(one + "ex~1 OR " + one + "ment~2 OR " + one + "xyz~2");
        }
        return queries;
    }

    private static String words(int count, String between) {
        return IntStream.range(0, count)
                .mapToObj(i -> COMMON.get(i % COMMON.size())
                        + (i < COMMON.size() ? "" : "x".repeat(i % 7) + (char) ('a' + i % 26)))
                .collect(Collectors.joining(between));
    }
}

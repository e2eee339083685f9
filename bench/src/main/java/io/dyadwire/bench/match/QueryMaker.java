package io.dyadwire.bench.match;

import io.dyadwire.matcher.query.QueryParser;
import io.dyadwire.matcher.query.QuerySyntaxException;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries made of the articles' own words, the same for the same seed. Each has a word that at most so many articles hold;
 * that number is moved until an article matches about as many as the workload says.
 */
final class QueryMaker {
    private static final int TRIED = 5_000;
    private static final String[] SYLLABLES = "za qui xo wel dra pho nyx gry vul tze".split(" ");

    private final List<List<String>> articles = new ArrayList<>();
    private final Map<String, Integer> heldBy = new HashMap<>();
    private final List<News> news;
    private final List<String> names;
    private final long seed;
    private Random random;
    private double ceiling;

    QueryMaker(List<News> news, long seed) {
        this.news = news;
        this.seed = seed;
        this.random = new Random(seed);
        Tokenizer tokenizer = new Tokenizer(new Vocabulary());
        for (News one : news) {
            List<String> words = words(tokenizer.cut(one.text()));
            articles.add(words);
            new HashSet<>(words).forEach(word -> heldBy.merge(word, 1, Integer::sum));
        }
        this.names = IntStream.range(0, 30_000).mapToObj(i -> name()).toList();
    }

    private static List<String> words(Tokens tokens) {
        return IntStream.range(0, tokens.count())
                .mapToObj(i -> tokens.text(i).toLowerCase(Locale.ROOT))
                .toList();
    }

    private String name() {
        return IntStream.range(0, 4)
                .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
    }

    /** {@code count} queries of this kind. */
    List<String> make(Workload workload, int count) {
        double low = 1;
        double high = news.size() / 2.0;
        for (int i = 0; i < 10; i++) {
            ceiling = Math.sqrt(low * high);
            if (hits(queries(workload, TRIED)) * count / TRIED > workload.hits()) {
                high = ceiling;
            } else {
                low = ceiling;
            }
        }
        return queries(workload, count);
    }

    /** Words of several articles, which are seldom met together. */
    private String notYet() {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> '"' + key() + " " + any(pick(articles)) + '"';
            case 3, 4, 5 -> key() + " " + any(pick(articles)) + " " + any(pick(articles));
            default -> '"' + key() + " " + any(pick(articles)) + "\"~" + (5 + random.nextInt(6));
        };
    }

    /** {@code count} queries of which no article matches one: words of several articles each, and names. */
    List<String> makeUnmatched(int count) {
        random = new Random(seed + 1);
        ceiling = news.size() / 20.0;
        Set<String> made = new HashSet<>();
        while (made.size() < count * 3 / 2) {
            addIfRead(random.nextInt(10) < 3 ? pick(names) : notYet(), made);
        }
        List<String> queries = new ArrayList<>(made);
        OwnSide index = new OwnSide(queries);
        Set<String> matched = new HashSet<>();
        news.forEach(one -> index.find(one).forEach(i -> matched.add(queries.get(i))));
        queries.removeAll(matched);
        return queries.subList(0, Math.min(count, queries.size()));
    }

    private double hits(List<String> queries) {
        OwnSide index = new OwnSide(queries);
        return news.stream()
                .limit(400)
                .mapToInt(one -> index.find(one).size())
                .average()
                .orElseThrow();
    }

    private List<String> queries(Workload workload, int count) {
        random = new Random(seed);
        List<String> queries = new ArrayList<>();
        while (queries.size() < count) {
            addIfRead(query(workload), queries);
        }
        return queries;
    }

    /** Some would match nearly everything and are refused. */
    private static void addIfRead(String query, java.util.Collection<String> queries) {
        try {
            QueryParser.parse(query);
            queries.add(query);
        } catch (QuerySyntaxException refused) {
            // the next one is another
        }
    }

    private String query(Workload workload) {
        return switch (workload) {
            case SELECTIVE -> mixed(true);
            case DENSE -> mixed(false);
            case NOT -> without();
            case OR20 ->
                IntStream.range(0, 20)
                        .mapToObj(i -> i == 7 ? key() : pick(names))
                        .collect(Collectors.joining(" OR "));
            case NESTED -> nested();
            case PREFIX -> prefixed();
        };
    }

    /** {@code watchList}: most of it is of things that have not been in the news. */
    private String mixed(boolean watchList) {
        int kind = random.nextInt(100);
        if (kind < 30) {
            return random.nextInt(watchList ? 10 : 2) > 0 ? pick(names) : key();
        } else if (watchList && random.nextBoolean()) {
            return notYet();
        } else if (kind < 60) {
            return phrase(2 + random.nextInt(2));
        } else if (kind < 80) {
            return together(2 + random.nextInt(2));
        } else if (kind < 85) {
            return pick(names) + " OR " + together(2);
        } else if (kind < 90) {
            return together(2) + " NOT " + any(pick(articles));
        }
        return near();
    }

    private String without() {
        return switch (random.nextInt(3)) {
            case 0 -> together(2) + " NOT " + any(pick(articles));
            case 1 -> phrase(2) + " NOT (" + any(pick(articles)) + " OR " + phrase(2) + ")";
            default -> "(" + key() + " OR " + pick(names) + ") -" + any(pick(articles)) + " -" + pick(names);
        };
    }

    private String nested() {
        List<String> article = pick(articles);
        return "((" + key(article) + " OR " + pick(names) + ") (" + any(article) + " OR (" + phrase(2) + " "
                + any(article) + "))) NOT (" + pick(names) + " OR (" + any(pick(articles)) + " " + any(pick(articles))
                + "))";
    }

    private String prefixed() {
        if (random.nextBoolean()) {
            return pick(names).substring(0, 7) + "*";
        }
        List<String> article = pick(articles);
        String word = any(article);
        return key(article) + " " + word.substring(0, Math.max(3, word.length() * 2 / 3)) + "*";
    }

    private String phrase(int words) {
        List<String> article = pick(articles);
        int at = keyAt(article);
        int from = Math.max(0, Math.min(at - random.nextInt(words), article.size() - words));
        return '"' + String.join(" ", article.subList(from, from + words)) + '"';
    }

    /** Words of one article, or of several. */
    private String together(int words) {
        List<String> article = pick(articles);
        List<String> others = random.nextBoolean() ? article : pick(articles);
        return key(article) + " "
                + IntStream.range(1, words).mapToObj(i -> any(others)).collect(Collectors.joining(" "));
    }

    private String near() {
        List<String> article = pick(articles);
        int at = keyAt(article);
        int other = Math.min(article.size() - 1, at + 1 + random.nextInt(6));
        return '"' + article.get(at) + " " + article.get(other) + "\"~" + (5 + random.nextInt(6));
    }

    private String key() {
        return key(pick(articles));
    }

    private String key(List<String> article) {
        return article.get(keyAt(article));
    }

    /** A word that few enough articles hold; when a hundred tries find none, the rarest of them. */
    private int keyAt(List<String> article) {
        int most = (int) ceiling + (random.nextDouble() < ceiling % 1 ? 1 : 0);
        int rarest = -1;
        for (int i = 0; i < 100 || rarest < 0; i++) {
            int at = random.nextInt(article.size());
            String word = article.get(at);
            if (isPlain(word)) {
                rarest = rarest < 0 || heldBy.get(word) < heldBy.get(article.get(rarest)) ? at : rarest;
                if (heldBy.get(word) <= most) {
                    return at;
                }
            }
        }
        return rarest;
    }

    private String any(List<String> article) {
        while (true) {
            String word = pick(article);
            if (isPlain(word)) {
                return word;
            }
        }
    }

    private static boolean isPlain(String word) {
        return word.length() > 2 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

package io.dyadwire.alerts.check;

import io.dyadwire.alerts.backtest.ArticleSource;
import io.dyadwire.alerts.match.RuleQuery;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.matcher.query.Query;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the news that begin as some rule's {@code beginning*} does, and in how many articles each is. Its size does not
 * grow with the articles. Not for several threads.
 */
public final class NewsWords {
    private static final int MOST_WORDS = 2_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Map<String, Map<String, Integer>> byBeginning = new HashMap<>();
    private final Set<Integer> lengths = new HashSet<>();

    /** For the rules of this book; nothing is read yet. */
    public NewsWords(RuleBook book) {
        book.rules().stream()
                .filter(Rule::matchesArticles)
                .flatMap(rule -> RuleQuery.of(rule).query().leaves())
                .filter(Query.Prefix.class::isInstance)
                .map(prefix -> ((Query.Prefix) prefix).text())
                .forEach(beginning -> {
                    byBeginning.put(beginning, new HashMap<>());
                    lengths.add(beginning.length());
                });
    }

    /** Whether no rule has a {@code beginning*}, so that nothing need be read. */
    public boolean isEmpty() {
        return byBeginning.isEmpty();
    }

    /**
     * Reads the first of these articles.
     *
     * @param most so many of them
     * @return how many it was
     */
    public long read(ArticleSource source, long most) {
        long[] read = {0};
        source.read(step -> {
            add(step.tagged());
            return ++read[0] < most;
        });
        return read[0];
    }

    void add(TaggedArticle tagged) {
        if (isEmpty()) {
            return;
        }
        Set<String> words = new HashSet<>();
        Consumer<String> take = word -> {
            if (words.add(word)) {
                count(word);
            }
        };
        cut(tagged.article().title(), take);
        cut(tagged.article().text(), take);
    }

    /** Each word that begins so, with the number of articles that have it. */
    Map<String, Integer> of(String beginning) {
        return byBeginning.getOrDefault(beginning, Map.of());
    }

    private void count(String word) {
        for (int length : lengths) {
            if (word.length() >= length) {
                Map<String, Integer> known = byBeginning.get(word.substring(0, length));
                if (known != null && (known.size() < MOST_WORDS || known.containsKey(word))) {
                    known.merge(word, 1, Integer::sum);
                }
            }
        }
    }

    private static void cut(String text, Consumer<String> take) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            take.accept(folded(word.group().toLowerCase(Locale.ROOT)));
        }
    }

    private static String folded(String word) {
        boolean plain = word.chars().allMatch(letter -> letter < 128);
        return plain
                ? word
                : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }
}

package io.dyadwire.bench.match;

import io.dyadwire.matcher.query.QueryParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.RegexpQueryHandler;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;

/**
 * The same queries in Lucene Monitor, in memory. It is given our words, so that both cut a text in the same time and
 * have the same hits, and only those that some query asks for, so that it has no more to index than we have.
 */
final class LuceneSide implements AutoCloseable {
    /** Which of Lucene's ways of finding the queries to try. */
    enum Setup {
        TERM,
        MULTIPASS
    }

    private final Setup setup;
    private final LuceneWords words;
    private final Monitor monitor;
    private final boolean letters;

    /** {@code letters}: whether words as they are spelled are asked for too, as prefixes do. */
    LuceneSide(Setup setup, List<String> queries, boolean letters) throws IOException {
        this.setup = setup;
        this.letters = letters;
        this.words = new LuceneWords();
        this.monitor = new Monitor(new StandardAnalyzer(), presearcher(setup), new MonitorConfiguration());
        LuceneQueries translation = new LuceneQueries(words);
        List<MonitorQuery> some = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            some.add(new MonitorQuery(Integer.toString(i), translation.of(QueryParser.parse(queries.get(i)))));
            if (some.size() == 5_000 || i == queries.size() - 1) {
                monitor.register(some);
                some.clear();
            }
        }
    }

    private static Presearcher presearcher(Setup setup) {
        return switch (setup) {
            case TERM -> new TermFilteredPresearcher(TermWeightor.DEFAULT, List.of(new RegexpQueryHandler()), Set.of());
            case MULTIPASS ->
                new MultipassTermFilteredPresearcher(
                        2, 0.0f, TermWeightor.DEFAULT, List.of(new RegexpQueryHandler()), Set.of());
        };
    }

    Setup setup() {
        return setup;
    }

    Set<Integer> find(News news) {
        return keys(matches(news));
    }

    List<Set<Integer>> find(List<News> batch) {
        var matches = matches(batch);
        List<Set<Integer>> keys = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            keys.add(keys(matches.getMatches(i)));
        }
        return keys;
    }

    int count(News news) {
        return matches(news).size();
    }

    int count(List<News> batch) {
        var matches = matches(batch);
        int count = 0;
        for (int i = 0; i < batch.size(); i++) {
            count += matches.getMatchCount(i);
        }
        return count;
    }

    private java.util.Collection<QueryMatch> matches(News news) {
        try {
            return monitor.match(document(news), QueryMatch.SIMPLE_MATCHER).getMatches();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private org.apache.lucene.monitor.MultiMatchingQueries<QueryMatch> matches(List<News> batch) {
        Document[] documents = batch.stream().map(this::document).toArray(Document[]::new);
        try {
            return monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(News news) {
        var title = words.cut(news.title());
        var text = words.cut(news.text());
        Document document = new Document();
        document.add(new TextField(LuceneQueries.WORDS, new LuceneWords.Stream(title, text, words::baseOf)));
        if (letters) {
            document.add(
                    new TextField(LuceneQueries.LETTERS, new LuceneWords.Stream(title, text, LuceneWords::lettersOf)));
        }
        return document;
    }

    private static Set<Integer> keys(java.util.Collection<QueryMatch> matches) {
        return matches.stream()
                .map(match -> Integer.valueOf(match.getQueryId()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}

package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * N stored queries: which of them match a document, and where. One pass over the words of a document finds which terms it
 * holds; only queries filed under one of those are then looked at, each under its rarest. Which terms are rare is learned
 * from the documents, and queries are filed anew, a few at a time, as that is learned; what matches never depends on it.
 *
 * <p>Thread-safe. Queries are put, replaced and removed while others match: a document meets a query as it was before or as
 * it is after, never both and never neither.
 *
 * <pre>{@code
 * var index = new QueryIndex<String>(vocabulary);
 * index.put("controls", QueryParser.parse("\"export control\" NOT football"));
 * index.match(new Document(tokenizer.cut(title), tokenizer.cut(text)));   // [QueryMatch[key=controls, spans=[TEXT 31..46]]]
 * }</pre>
 */
public final class QueryIndex<K> {
    private final Vocabulary vocabulary;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final StoredQueries<K> stored = new StoredQueries<>();
    private final WordPatterns patterns = new WordPatterns();
    private final TermSet asked = new TermSet();
    private final FiledQueries filed = new FiledQueries();
    private final TermFrequency frequency = new TermFrequency();
    private final FilingTurns turns = new FilingTurns();
    private final ThreadLocal<Search> searches = ThreadLocal.withInitial(Search::new);

    /** Whether any query asks, or asked, for words as they are written. */
    private boolean exact;

    /** An empty index; its queries' words will be added to this vocabulary. */
    public QueryIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Adds a query, or replaces the one of this key.
     *
     * @throws IllegalArgumentException when it needs no word, as {@link QueryParser} would refuse too
     */
    public void put(K key, Query query) {
        QueryCompiler compiler = new QueryCompiler(query, vocabulary);
        Clause clause = compiler.compile();
        lock.writeLock().lock();
        try {
            makeRoom();
            Filing filing = filing(clause);
            ask(compiler);
            Integer known = stored.number(key);
            if (known != null) {
                unfile(known);
            }
            int number = known == null ? stored.add(key) : known;
            stored.set(number, clause, filing);
            filed.file(number, filing);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void makeRoom() {
        int terms = Occurrences.term(vocabulary.size() + 1, false);
        asked.makeRoom(terms);
        filed.makeRoom(terms);
        frequency.makeRoom(terms);
    }

    private void ask(QueryCompiler compiler) {
        for (int term : compiler.asked()) {
            asked.add(term);
            frequency.ask(term);
        }
        compiler.patterns().forEach(patterns::add);
        exact |= compiler.exact();
    }

    private void unfile(int number) {
        Filing filing = stored.filing(number);
        if (filing != null) {
            filed.unfile(number, filing);
        }
    }

    /** Removes the query of this key; false when there is none. */
    public boolean remove(K key) {
        lock.writeLock().lock();
        try {
            Integer number = stored.number(key);
            if (number == null) {
                return false;
            }
            unfile(number);
            stored.remove(number);
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many queries there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return stored.count();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The keys of the queries that match, in the order in which they were first put. */
    public List<K> find(Document document) {
        return read(document, (number, there) -> stored.key(number));
    }

    /** The queries that match, in the order in which they were first put, with the places of their words. */
    public List<QueryMatch<K>> match(Document document) {
        return read(
                document,
                (number, there) -> new QueryMatch<>(stored.key(number), evidence(stored.clause(number), there)));
    }

    private interface Result<R> {
        R of(int number, Occurrences there);
    }

    private <R> List<R> read(Document document, Result<R> result) {
        Search search = searches.get();
        lock.readLock().lock();
        try {
            search.there().read(document, vocabulary, asked, exact, patterns);
            int[] found = search.run(filed, stored);
            List<R> results = new ArrayList<>(found.length);
            for (int number : found) {
                results.add(result.of(number, search.there()));
            }
            return results;
        } finally {
            lock.readLock().unlock();
            learn(search.there());
        }
    }

    private static List<MatchSpan> evidence(Clause clause, Occurrences there) {
        Places places = new Places();
        clause.evidence(there, places);
        return places.sorted().spans(there);
    }

    /** Counts what was seen, and when it is time files some queries anew by it, when nobody else does. */
    private void learn(Occurrences there) {
        frequency.count(there);
        if (turns.isDue() && lock.writeLock().tryLock()) {
            try {
                frequency.age();
                turns.take(stored.numbers(), this::fileAnew);
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    private void fileAnew(int number) {
        Filing filing = stored.filing(number);
        if (filing == null) {
            return;
        }
        Filing better = filing(stored.clause(number));
        if (!better.sameWays(filing)) {
            filed.unfile(number, filing);
            stored.setFiling(number, better);
            filed.file(number, better);
        }
    }

    private Filing filing(Clause clause) {
        Filing filing = Filing.of(clause, frequency::of);
        if (filing == null) {
            throw new IllegalArgumentException("a query that matches texts without any of its words");
        }
        return filing;
    }
}

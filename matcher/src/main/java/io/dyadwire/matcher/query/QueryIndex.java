package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

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
    /** After so many documents of one thread, so many queries are filed anew. */
    private static final int FILE_EVERY = 64;

    private static final int FILE_AT_ONCE = 256;
    private static final int[] NO_QUERIES = {};

    private final Vocabulary vocabulary;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<K, Integer> numbers = new HashMap<>();
    private final List<@Nullable Stored<K>> stored = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final WordPatterns patterns = new WordPatterns();
    private final TermFrequency frequency = new TermFrequency();
    private final ThreadLocal<Reading> reading = ThreadLocal.withInitial(Reading::new);

    /** By term, the numbers of the queries filed under it; the first {@code filed[term]} entries mean something. */
    private int[][] queries = new int[1024][];

    private int[] filed = new int[1024];
    private int exactQueries;
    private long puts;
    private int nextToFile;

    /** An empty index; its queries' words will be added to this vocabulary. */
    public QueryIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param order of the first put, which replacing keeps */
    private record Stored<K>(K key, Clause clause, boolean exact, long order, Filing filing) {}

    /** What one thread keeps from document to document. */
    private static final class Reading {
        final Occurrences there = new Occurrences();
        int[] lookedAt = new int[0];
        int document;
        int[] found = new int[64];
        int count;

        boolean first(int query) {
            boolean first = lookedAt[query] != document;
            lookedAt[query] = document;
            return first;
        }

        void add(int query) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = query;
        }
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
            Filing under = filing(clause);
            for (QueryCompiler.Pattern pattern : compiler.patterns()) {
                if (pattern.edits() == 0) {
                    patterns.addPrefix(pattern.word(), pattern.id());
                } else {
                    patterns.addFuzzy(pattern.word(), pattern.edits(), pattern.id());
                }
            }
            Integer known = numbers.get(key);
            long order = known == null ? puts++ : take(known).order;
            int number = known == null ? freeNumber() : known;
            numbers.put(key, number);
            stored.set(number, new Stored<>(key, clause, compiler.exact(), order, under));
            exactQueries += compiler.exact() ? 1 : 0;
            file(number, under);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Removes the query of this key; false when there is none. */
    public boolean remove(K key) {
        lock.writeLock().lock();
        try {
            Integer number = numbers.remove(key);
            if (number == null) {
                return false;
            }
            take(number);
            free.add(number);
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many queries there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return numbers.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The keys of the queries that match, in the order in which they were first put. */
    public List<K> find(Document document) {
        return read(document, (query, there) -> query.key);
    }

    /** The queries that match, in the order in which they were first put, with the places of their words. */
    public List<QueryMatch<K>> match(Document document) {
        return read(document, QueryIndex::matchOf);
    }

    private interface Result<K, R> {
        R of(Stored<K> query, Occurrences there);
    }

    private <R> List<R> read(Document document, Result<K, R> result) {
        Reading mine = reading.get();
        lock.readLock().lock();
        try {
            look(document, mine);
            List<Stored<K>> matching = new ArrayList<>(mine.count);
            for (int i = 0; i < mine.count; i++) {
                matching.add(at(mine.found[i]));
            }
            matching.sort(Comparator.comparingLong(Stored::order));
            List<R> results = new ArrayList<>(mine.count);
            for (Stored<K> query : matching) {
                results.add(result.of(query, mine.there));
            }
            return results;
        } finally {
            lock.readLock().unlock();
            learn(mine);
        }
    }

    private void look(Document document, Reading mine) {
        mine.count = 0;
        if (mine.lookedAt.length < stored.size() || ++mine.document == Integer.MAX_VALUE) {
            mine.lookedAt = new int[stored.size() * 3 / 2 + 16];
            mine.document = 1;
        }
        Occurrences there = mine.there;
        there.read(document, vocabulary, exactQueries > 0, patterns);
        for (int i = 0; i < there.distinct(); i++) {
            int term = there.term(i);
            int count = term < filed.length ? filed[term] : 0;
            int[] under = count == 0 ? NO_QUERIES : queries[term];
            for (int q = 0; q < count; q++) {
                if (mine.first(under[q]) && at(under[q]).clause.holds(there)) {
                    mine.add(under[q]);
                }
            }
        }
    }

    private static <K> QueryMatch<K> matchOf(Stored<K> query, Occurrences there) {
        Places places = new Places();
        query.clause.evidence(there, places);
        places.sorted();
        List<MatchSpan> evidence = new ArrayList<>(places.count());
        for (int i = 0; i < places.count(); i++) {
            evidence.add(there.span(places.first(i), places.last(i)));
        }
        return new QueryMatch<>(query.key, evidence);
    }

    /** Counts what was seen, and now and then files some queries anew by it, when nobody else does. */
    private void learn(Reading mine) {
        frequency.count(mine.there);
        if (mine.document % FILE_EVERY == 0 && lock.writeLock().tryLock()) {
            try {
                fileSomeAnew();
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    private void fileSomeAnew() {
        frequency.age();
        for (int i = 0; i < FILE_AT_ONCE && i < stored.size(); i++) {
            nextToFile = (nextToFile + 1) % stored.size();
            Stored<K> query = stored.get(nextToFile);
            if (query != null) {
                fileAnew(nextToFile, query, filing(query.clause));
            }
        }
    }

    private void fileAnew(int number, Stored<K> query, Filing better) {
        if (!better.sameTerms(query.filing)) {
            unfile(number, query.filing);
            stored.set(number, new Stored<>(query.key, query.clause, query.exact, query.order, better));
            file(number, better);
        }
    }

    private Filing filing(Clause clause) {
        Filing filing = Filing.of(clause, term -> frequency.of(term, term < filed.length ? filed[term] : 0));
        if (filing == null) {
            throw new IllegalArgumentException("a query that matches texts without any of its words");
        }
        return filing;
    }

    private Stored<K> at(int number) {
        Stored<K> query = stored.get(number);
        if (query == null) {
            throw new IllegalStateException("query " + number + " is filed and not there");
        }
        return query;
    }

    private Stored<K> take(int number) {
        Stored<K> query = at(number);
        unfile(number, query.filing);
        exactQueries -= query.exact ? 1 : 0;
        stored.set(number, null);
        return query;
    }

    private int freeNumber() {
        if (!free.isEmpty()) {
            return free.removeLast();
        }
        stored.add(null);
        return stored.size() - 1;
    }

    private void file(int number, Filing filing) {
        for (int term : filing.terms()) {
            int[] under = queries[term] == null ? new int[1] : queries[term];
            if (filed[term] == under.length) {
                under = Arrays.copyOf(under, under.length * 2);
            }
            under[filed[term]++] = number;
            queries[term] = under;
        }
    }

    private void unfile(int number, Filing filing) {
        for (int term : filing.terms()) {
            int[] under = queries[term];
            for (int i = 0; i < filed[term]; i++) {
                if (under[i] == number) {
                    under[i] = under[--filed[term]];
                    break;
                }
            }
        }
    }

    private void makeRoom() {
        int terms = Occurrences.term(vocabulary.size() + 1, false);
        if (terms > filed.length) {
            filed = Arrays.copyOf(filed, terms * 3 / 2);
            queries = Arrays.copyOf(queries, terms * 3 / 2);
        }
        frequency.makeRoom(terms);
    }
}

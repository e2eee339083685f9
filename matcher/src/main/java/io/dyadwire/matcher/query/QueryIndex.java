package io.dyadwire.matcher.query;

import io.dyadwire.matcher.phrase.PhraseIndex;
import io.dyadwire.matcher.query.MatchSpan.Field;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * N stored queries: which of them match a text, and where. Immutable and thread-safe. One pass over the words of a text
 * finds the words and phrases of all queries; only queries that have a hit and could match by it are then looked at.
 *
 * <p>Texts must be cut with the vocabulary given here, after the index was made.
 *
 * <pre>{@code
 * var index = QueryIndex.of(Map.of("controls", QueryParser.parse("\"export control\" NOT football")), vocabulary);
 * index.match(tokenizer.cut(title), tokenizer.cut(text));   // [QueryMatch[key=controls, spans=[TEXT 31..46]]]
 * }</pre>
 */
public final class QueryIndex<K> {
    /** No distance that a query can ask for reaches from the title into the text. */
    private static final int GAP = 1_000;

    private final List<K> keys;
    private final List<Clause> clauses;
    private final PhraseIndex leaves;
    private final Triggers triggers;

    private QueryIndex(List<K> keys, List<Clause> clauses, PhraseIndex leaves, Triggers triggers) {
        this.keys = keys;
        this.clauses = clauses;
        this.leaves = leaves;
        this.triggers = triggers;
    }

    /**
     * An index of these queries; their words are added to the vocabulary. Matches come in the order of the map. Refuses
     * what {@link QueryParser} would refuse.
     */
    public static <K> QueryIndex<K> of(Map<K, Query> queries, Vocabulary vocabulary) {
        QueryCompiler compiler = new QueryCompiler(vocabulary);
        List<K> keys = List.copyOf(queries.keySet());
        List<Clause> clauses =
                keys.stream().map(key -> compiler.compile(queries.get(key))).toList();
        Triggers triggers = Triggers.of(clauses, compiler.lengths());
        return new QueryIndex<>(keys, clauses, compiler.leafIndex(), triggers);
    }

    /** The queries that match an article of this title and text. */
    public List<QueryMatch<K>> match(Tokens title, Tokens text) {
        int base = title.count() + GAP;
        Hits hits = new Hits();
        leaves.find(title, hits::add);
        leaves.find(text, (leaf, first, last) -> hits.add(leaf, base + first, base + last));
        return matches(
                hits,
                (first, last) -> first < base
                        ? span(Field.TITLE, title, first, last)
                        : span(Field.TEXT, text, first - base, last - base));
    }

    /**
     * The queries that match within the words {@code firstToken} to {@code lastToken}, both inclusive: AND, NOT and NEAR
     * see nothing outside, so that one sentence can be asked. {@code field} is what the spans are to say.
     */
    public List<QueryMatch<K>> match(Field field, Tokens text, int firstToken, int lastToken) {
        Hits hits = new Hits();
        leaves.find(text, firstToken, lastToken, hits::add);
        return matches(hits, (first, last) -> span(field, text, first, last));
    }

    /** From word positions to characters. */
    private interface Spans {
        MatchSpan of(int first, int last);
    }

    private static MatchSpan span(Field field, Tokens text, int first, int last) {
        return new MatchSpan(field, text.start(first), text.end(last));
    }

    private List<QueryMatch<K>> matches(Hits hits, Spans spans) {
        int[] candidates = candidates(hits);
        List<QueryMatch<K>> matches = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            boolean again = i > 0 && candidates[i] == candidates[i - 1];
            if (!again && clauses.get(candidates[i]).holds(hits)) {
                matches.add(matchOf(candidates[i], hits, spans));
            }
        }
        return matches;
    }

    /** Queries filed under a leaf that was hit, in order; one filed under several may come several times. */
    private int[] candidates(Hits hits) {
        IntStream.Builder found = IntStream.builder();
        hits.forEachLeaf(leaf -> {
            for (int query : triggers.queriesOf(leaf)) {
                found.add(query);
            }
        });
        return found.build().sorted().toArray();
    }

    private QueryMatch<K> matchOf(int query, Hits hits, Spans spans) {
        Places places = new Places();
        clauses.get(query).evidence(hits, places);
        places.sorted();
        List<MatchSpan> evidence = new ArrayList<>(places.count());
        for (int i = 0; i < places.count(); i++) {
            evidence.add(spans.of(places.first(i), places.last(i)));
        }
        return new QueryMatch<>(keys.get(query), evidence);
    }
}

package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/**
 * The same queries in Lucene Monitor, over the same words: Lucene is given our words and base forms, so that only which
 * query matches is compared, not how a text is cut. Title and text are fields of their own; {@code .sentences} is the same
 * with a gap after each sentence, for phrases.
 */
final class LuceneRules implements AutoCloseable {
    private static final int GAP = 1_000;
    private static final List<String> FIELDS = List.of("title", "text");

    private final Monitor monitor;
    private final Vocabulary vocabulary;

    LuceneRules(Vocabulary vocabulary) throws IOException {
        this.vocabulary = vocabulary;
        this.monitor = new Monitor(new KeywordAnalyzer(), new TermFilteredPresearcher(), new MonitorConfiguration());
    }

    void putAll(Map<Integer, Query> queries) throws IOException {
        monitor.register(queries.entrySet().stream()
                .map(entry -> new MonitorQuery(entry.getKey().toString(), translate(entry.getValue(), FIELDS)))
                .toList());
    }

    /** An article: its words, and its facts such as {@code country:JPN}. */
    record Sample(Tokens title, Tokens text, Set<String> facts) {}

    /** Of each article the queries that match; all at once, as Lucene then prepares each query once and not for each article. */
    List<Set<Integer>> find(List<Sample> samples) throws IOException {
        var documents = samples.stream()
                .map(sample -> document(sample.title(), sample.text(), sample.facts()))
                .toArray(org.apache.lucene.document.Document[]::new);
        MultiMatchingQueries<QueryMatch> matches = monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
        return IntStream.range(0, samples.size())
                .mapToObj(i -> matches.getMatches(i).stream()
                        .map(match -> Integer.valueOf(match.getQueryId()))
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static org.apache.lucene.document.Document document(Tokens title, Tokens text, Set<String> facts) {
        var document = new org.apache.lucene.document.Document();
        add(document, "title", title);
        add(document, "text", text);
        facts.forEach(fact -> document.add(new StringField("fact", fact, Field.Store.NO)));
        return document;
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }

    private static void add(org.apache.lucene.document.Document document, String field, Tokens words) {
        Function<Integer, String> base = i -> "b" + words.folded(i);
        document.add(new TextField(field, new Words(words, base, false)));
        document.add(new TextField(field + ".sentences", new Words(words, base, true)));
        document.add(new TextField(field + ".exact", new Words(words, i -> "e" + words.exact(i), false)));
        document.add(new TextField(field + ".exact.sentences", new Words(words, i -> "e" + words.exact(i), true)));
        document.add(new TextField(field + ".letters", new Words(words, i -> Tokenizer.folded(words.text(i)), false)));
    }

    private org.apache.lucene.search.Query translate(Query query, List<String> fields) {
        return switch (query) {
            case Query.Word word -> inAny(fields, field -> term(word.text(), word.exact(), field));
            case Query.Phrase phrase
            when phrase.slop() > 0 ->
                inAny(fields, field -> spans(phrase.text(), phrase.exact(), phrase.slop(), field));
            case Query.Phrase phrase -> inAny(fields, field -> phrase(phrase.text(), phrase.exact(), field));
            case Query.Prefix prefix ->
                inAny(fields, field -> new PrefixQuery(new Term(field + ".letters", prefix.text())));
            case Query.Fuzzy fuzzy ->
                inAny(
                        fields,
                        field -> new FuzzyQuery(
                                new Term(field + ".letters", fuzzy.text()), fuzzy.edits(), 0, 1_024, true));
            case Query.Near near ->
                inAny(
                        fields,
                        field -> new SpanNearQuery(
                                new SpanQuery[] {span(near.left(), field), span(near.right(), field)},
                                near.distance() - 1,
                                false));
            case Query.Within within ->
                translate(within.part(), List.of(within.field() == QueryField.TITLE ? "title" : "text"));
            case Query.Has has -> new TermQuery(new Term("fact", has.toString()));
            case Query.And and -> {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                and.parts().forEach(part -> all.add(translate(part, fields), Occur.MUST));
                yield all.build();
            }
            case Query.Or or -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                or.parts().forEach(part -> any.add(translate(part, fields), Occur.SHOULD));
                yield any.build();
            }
            case Query.Not not ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.MUST)
                        .add(translate(not.part(), fields), Occur.MUST_NOT)
                        .build();
            default -> throw new AssertionError(query);
        };
    }

    private static org.apache.lucene.search.Query inAny(
            List<String> fields, Function<String, org.apache.lucene.search.Query> each) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        fields.forEach(field -> any.add(each.apply(field), Occur.SHOULD));
        return any.build();
    }

    private org.apache.lucene.search.Query term(String text, boolean exact, String field) {
        return new TermQuery(terms(text, exact, field).getFirst());
    }

    private org.apache.lucene.search.Query phrase(String text, boolean exact, String field) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        terms(text, exact, field).forEach(term -> phrase.add(new Term(term.field() + ".sentences", term.text())));
        return phrase.build();
    }

    private org.apache.lucene.search.Query spans(String text, boolean exact, int slop, String field) {
        SpanQuery[] words =
                terms(text, exact, field).stream().map(SpanTermQuery::new).toArray(SpanQuery[]::new);
        return new SpanNearQuery(words, slop, true);
    }

    private SpanQuery span(Query word, String field) {
        Query.Word side = (Query.Word) word;
        return new SpanTermQuery(terms(side.text(), false, field).getFirst());
    }

    private List<Term> terms(String text, boolean exact, String field) {
        Tokens words = Tokenizer.cutAndAdd(text, vocabulary);
        return IntStream.range(0, words.count())
                .mapToObj(i -> exact
                        ? new Term(field + ".exact", "e" + words.exact(i))
                        : new Term(field, "b" + words.folded(i)))
                .toList();
    }

    /** One term a word; a word that no query asks for has the term of id 0, which none has. */
    private static final class Words extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final List<String> terms = new ArrayList<>();
        private final List<Integer> steps = new ArrayList<>();
        private int next;

        Words(Tokens words, Function<Integer, String> termOf, boolean gaps) {
            for (int i = 0; i < words.count(); i++) {
                terms.add(termOf.apply(i));
                steps.add(gaps && i > 0 && words.sentenceStart(i) ? GAP : 1);
            }
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            if (next == terms.size()) {
                return false;
            }
            clearAttributes();
            term.append(terms.get(next));
            step.setPositionIncrement(steps.get(next++));
            return true;
        }
    }
}

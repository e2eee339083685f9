package io.dyadwire.bench.match;

import io.dyadwire.matcher.query.Query;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;

/** Our queries as Lucene's, of those kinds that are measured. */
final class LuceneQueries {
    static final String WORDS = "words";
    static final String LETTERS = "letters";

    private final LuceneWords words;

    LuceneQueries(LuceneWords words) {
        this.words = words;
    }

    org.apache.lucene.search.Query of(Query query) {
        return switch (query) {
            case Query.Word word -> new TermQuery(terms(word.text()).getFirst());
            case Query.Phrase phrase when phrase.slop() > 0 -> spans(phrase);
            case Query.Phrase phrase -> phrase(phrase);
            // not a PrefixQuery: the presearcher knows how to find expressions by what is fixed in them, and tries
            // prefixes always
            case Query.Prefix prefix -> new RegexpQuery(new Term(LETTERS, prefix.text() + ".*"));
            case Query.And and -> all(and.parts());
            case Query.Or or -> any(or.parts());
            default -> throw new IllegalArgumentException("not measured: " + query);
        };
    }

    private org.apache.lucene.search.Query all(List<Query> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Query part : parts) {
            if (part instanceof Query.Not not) {
                all.add(of(not.part()), Occur.MUST_NOT);
            } else {
                all.add(of(part), Occur.MUST);
            }
        }
        return all.build();
    }

    private org.apache.lucene.search.Query any(List<Query> parts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(of(part), Occur.SHOULD));
        return any.build();
    }

    private org.apache.lucene.search.Query phrase(Query.Phrase phrase) {
        PhraseQuery.Builder builder = new PhraseQuery.Builder();
        terms(phrase.text()).forEach(builder::add);
        return builder.build();
    }

    private org.apache.lucene.search.Query spans(Query.Phrase phrase) {
        SpanQuery[] parts =
                terms(phrase.text()).stream().map(SpanTermQuery::new).toArray(SpanQuery[]::new);
        return new SpanNearQuery(parts, phrase.slop(), true);
    }

    private List<Term> terms(String text) {
        return words.terms(text).stream().map(word -> new Term(WORDS, word)).toList();
    }
}

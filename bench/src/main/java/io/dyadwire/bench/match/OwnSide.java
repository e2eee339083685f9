package io.dyadwire.bench.match;

import io.dyadwire.matcher.query.Document;
import io.dyadwire.matcher.query.QueryIndex;
import io.dyadwire.matcher.query.QueryMatch;
import io.dyadwire.matcher.query.QueryParser;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.List;

/** Our index; a query's key is its place in the list. */
final class OwnSide {
    private final Vocabulary vocabulary = new Vocabulary();
    private final Tokenizer tokenizer = new Tokenizer(vocabulary);
    private final QueryIndex<Integer> index = new QueryIndex<>(vocabulary);

    OwnSide(List<String> queries) {
        for (int i = 0; i < queries.size(); i++) {
            put(i, queries.get(i));
        }
    }

    void put(int key, String query) {
        index.put(key, QueryParser.parse(query));
    }

    void remove(int key) {
        index.remove(key);
    }

    List<Integer> find(News news) {
        return index.find(cut(news));
    }

    List<QueryMatch<Integer>> match(News news) {
        return index.match(cut(news));
    }

    Document cut(News news) {
        return new Document(tokenizer.cut(news.title()), tokenizer.cut(news.text()));
    }
}
